# frozen_string_literal: true

module Nango
  # A list of Nango's API, whose pages are fetched while its items are read.
  #
  # It is Enumerable: `each`, `lazy`, `first(10)`. Each of these begins anew. One thread at a time may read it.
  #
  #   records = client.records.list(connection_id: 'customer-1', provider_config_key: 'github', model: 'Issue')
  #   records.each do |record|
  #     store(record.data)
  #     checkpoint(records.cursor) # a list that starts at it goes on behind this record
  #   end
  class Pages
    include Enumerable

    # How the next page is requested: the numbers of nango.h.
    STYLES = { number: 1, cursor: 2 }.freeze
    # What was read: the response that the next page is in, what told the items of the page before, and the last item.
    Progress = Struct.new(:response, :before, :last)
    private_constant :STYLES, :Progress

    def initialize(client, operation, values, timeout:, style:, key:, item_cursor:) # :nodoc:
      @client = client
      @operation = operation
      @timeout = timeout
      @style = STYLES.fetch(style)
      @key = key
      @item_cursor = item_cursor
      @request = operation.request(values)
      @start = values[:cursor]
      @options = client.send(:call_options, timeout: timeout)
      rewind
    end

    # Yields the items, and fetches the next page when those of one have been read. Without a block an Enumerator, whose
    # `next` gives one after the other.
    def each
      return to_enum(:each) unless block_given?

      each_page do |page|
        page.each do |item|
          progress.last = item
          yield item
        end
      end
    end

    # Yields the items page by page, as Arrays.
    def each_page
      return to_enum(:each_page) unless block_given?

      rewind
      while (page = fetch)
        progress.last = page.last if page.any?
        yield page
      end
      self
    end

    # The next page, as an Array; nil after the last one. After an error the same page can be asked for again.
    def next_page
      page = fetch
      progress.last = page.last if page&.any?
      page
    end

    # Has next_page begin anew.
    def rewind
      @pages = Native::Pages.new(@request, @style)
      progress = Progress.new(nil, [], nil)
      # It may have a customer's data: what walks through the instance variables does not find it.
      @progress = -> { progress }
      self
    end

    # The cursor of the item that was read last.
    #
    # A list that starts at it goes on behind that item: a program that stores it can go on there another time, also after an
    # error. Before the first item it is the cursor that the list starts at, and nil if it starts at its beginning. It is nil
    # too if the items have no cursors.
    def cursor
      last = progress.last
      return @start if last.nil?
      return if @item_cursor.nil?

      # Without a cursor it would be the beginning of the list.
      last.public_send(@item_cursor)&.cursor || raise(
        DecodeError, 'the item that was read last has no cursor, so the list cannot be read on from there: update libnango, or ' \
                     'continue with the same list'
      )
    end

    def inspect
      "#<#{self.class} of #{@operation.path}>"
    end

    private

    def progress
      @progress.call
    end

    def fetch
      response = progress.response ||= Scheduler.run { take(@pages.next(@client, @options)) }
      return if response.nil?

      # A response that cannot be read stays, so that no page is missed.
      page = without_repeated(@operation.read(response))
      progress.response = nil
      page
    end

    def take(response)
      response&.body
    ensure
      response&.close
    end

    # Leaves out the items that were on the page before, which moved while they were being read.
    def without_repeated(page)
      return page if @key.nil?

      before = progress.before
      progress.before = page.filter_map { |item| item.public_send(@key) }
      page.reject { |item| before.include?(item.public_send(@key)) }
    end
  end
end
