# frozen_string_literal: true

module Nango
  # The base of the groups of operations, such as Client#connections.
  class Group
    def initialize(client) # :nodoc:
      @client = client
    end

    def inspect
      "#<#{self.class}>"
    end

    private

    # Makes a call.
    def call(operation, timeout, **values)
      @client.send(:perform, operation, operation.request(values), timeout)
    end

    # A list, whose pages are fetched when they are read.
    def list_of(operation, timeout, **options)
      values = options.except(:page_style, :page_key, :page_cursor)
      Pages.new(@client, operation, values, timeout: timeout, style: options.fetch(:page_style), key: options[:page_key],
                                            item_cursor: options[:page_cursor])
    end
  end
end
