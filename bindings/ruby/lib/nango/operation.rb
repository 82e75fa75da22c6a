# frozen_string_literal: true

# See nango.rb.
module Nango
  # The default of an argument for which nil is a value.
  NOT_GIVEN = Object.new
  def NOT_GIVEN.inspect
    'NOT_GIVEN'
  end
  NOT_GIVEN.freeze

  # An operation of Nango's API: its request, and how its response is read.
  class Operation # :nodoc:
    Parameter = Struct.new(:name, :place, :kind, :wire, :required, :style)

    # What the library waits for: the numbers of nango.h.
    UNTIL = { nil => 0, found: 1, not_empty: 2 }.freeze

    def initialize(http, path, parameters, result:, at: [], headers: {}, constants: {}, repeatable: false, waits_until: nil)
      @http = http
      @path = path
      @parameters = parameters.map do |name, place, kind, wire, required, style|
        Parameter.new(name, place, kind, wire || name.to_s, required, style)
      end
      @result = result
      @at = at
      @headers = headers
      @constants = constants
      @repeatable = repeatable
      @until = UNTIL.fetch(waits_until)
      @has_body = @parameters.any? { |parameter| parameter.place == :body }
    end

    # What the call waits for, and its path.
    attr_reader :until, :path

    # Whether a response that is not JSON is an error.
    def json?
      !@result.nil?
    end

    # The request with these values. nil is left out; where that is a value, NOT_GIVEN is.
    def request(values)
      request = Native::Request.new(@http, @path)
      request.set_repeatable(@repeatable)
      @headers.each { |name, value| request.add_header(name, value) }
      body = @has_body ? @constants.dup : {}
      @constants.each { |name, value| request.add_query(name, value.to_s) } unless @has_body
      @parameters.each { |parameter| add(request, body, parameter, values.fetch(parameter.name)) }
      request.set_json(json(body)) if @has_body
      request
    end

    # What a response, as a body, says.
    def read(body)
      return if @result.nil?

      read_at(JSONText.read(body, http_status: 200, body: body, attempts: 1), 0)
    rescue Kinds::Mismatch => e
      raise DecodeError.new("the response is not as Nango's API describes it: #{e.problem}: update libnango, or make the call " \
                            'with client.request', kind: :decode, http_status: 200, body: body, attempts: 1), cause: nil
    end

    private

    # The body. What it cannot have is said of its argument.
    def json(body)
      JSONText.generate('an argument', body)
    rescue InvalidArgumentError
      @parameters.each { |parameter| JSONText.generate(parameter.name.to_s, body[parameter.wire]) if parameter.place == :body }
      raise
    end

    def add(request, body, parameter, value)
      return if !parameter.required && value.equal?(parameter.kind == Kinds::JSON ? NOT_GIVEN : nil)

      written = parameter.kind.write(parameter.name, value)
      return body[parameter.wire] = written if parameter.place == :body

      texts(parameter, written).each do |name, text|
        case parameter.place
        when :path then request.set_path_parameter(name, text)
        when :query then request.add_query(name, text)
        else request.add_header(name, text)
        end
      end
    end

    # A value as the path, the query or the headers have it.
    def texts(parameter, written)
      name = parameter.name
      if parameter.style && written.empty?
        # No filter for Nango, but nothing at all for a program.
        raise InvalidArgumentError, "#{name} is empty: pass at least one item, or leave it out"
      end

      item = "an item of #{name}"
      case parameter.style
      when :csv then [[parameter.wire, joined(name, written.map { |one| Query.text(item, one) })]]
      when :repeated then written.map { |one| [parameter.wire, Query.text(item, one)] }
      when :brackets then in_brackets(parameter, written)
      else [[parameter.wire, Query.text(name.to_s, written)]]
      end
    end

    def in_brackets(parameter, written)
      written.sort.map do |key, value| # as every language sends them
        ["#{parameter.wire}[#{Query.text("a key of #{parameter.name}", key)}]", Query.text("a value of #{parameter.name}", value)]
      end
    end

    def joined(name, items)
      if items.any? { |item| item.include?(',') }
        raise InvalidArgumentError, "#{name} has an item with a comma, which Nango would take for two items"
      end

      items.join(',')
    end

    # What keys and indices lead to; nil if it is not there.
    def read_at(sent, depth)
      return (@result.read(sent) unless sent.nil?) if depth == @at.size

      step = @at[depth]
      sent = step.is_a?(Integer) ? element(sent, step) : Kinds::OBJECT.read(sent)[step]
      Kinds::Mismatch.at(step) { sent.nil? && depth + 1 == @at.size ? @result.read(nil) : read_at(sent, depth + 1) }
    end

    def element(sent, index)
      raise Kinds::Mismatch, 'an array' unless sent.is_a?(Array)

      sent[index]
    end
  end
end
