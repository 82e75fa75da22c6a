# frozen_string_literal: true

module Nango
  # The headers of a response, by their names in whatever case.
  class Headers
    include Enumerable
    include Hidden

    def initialize(pairs) # :nodoc:
      @pairs = -> { pairs }
    end

    # The value of a header; several with one name are joined by ", ". nil without it.
    def [](name)
      values = get_all(name)
      values.empty? ? nil : values.join(', ')
    end

    # The values of all headers with this name: Set-Cookie cannot be told apart once joined.
    def get_all(name)
      wanted = name.downcase(:ascii)
      @pairs.call.filter_map { |found, value| value if found == wanted }
    end

    # Yields each name, in lower case, and value.
    def each(&block)
      return to_enum(:each) { size } unless block

      @pairs.call.each(&block)
      self
    end

    # The number of headers, those with one name counted one by one.
    def size
      @pairs.call.size
    end

    # The names, in lower case.
    def names
      @pairs.call.map(&:first).uniq
    end

    # The names with their values, as self[name] gives them.
    def to_h
      names.to_h { |name| [name, self[name]] }
    end

    def inspect
      "#<#{self.class} #{names.sort.join(' ')}>" # a value may be a secret
    end
  end
end
