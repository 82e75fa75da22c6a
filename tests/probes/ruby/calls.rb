# frozen_string_literal: true

require 'stringio'
require 'time'
require 'zlib'

require_relative 'models'
require_relative 'operations'

# What was read of a body: its length, its Adler-32, and the bytes if they are asked for.
class Download
  attr_reader :kept, :length, :sum

  def initialize(keep)
    @kept = keep ? ''.b : nil
    @length = 0
    @sum = Zlib.adler32
  end

  def add(part)
    @length += part.bytesize
    @sum = Zlib.adler32(part, @sum)
    @kept&.<<(part)
  end
end

# A file with a known length that gives less than it is asked for.
class SizedReader < StringIO
  def initialize(content, piece)
    super(content)
    @piece = piece
  end

  def read(size = nil)
    super(size ? [size, @piece].min : @piece)
  end
end

# A file of unknown length: it is made as it is read.
class Reader
  def initialize(unit, length, piece)
    @unit = unit
    @left = length
    @piece = piece
    @at = 0
  end

  def read(size)
    count = [size, @left, @piece].min
    width = [@unit.bytesize, 1].max
    part = (@unit * ((count / width) + 2)).byteslice(@at, count)
    @left -= count
    @at = (@at + count) % width
    part
  end
end

# Clients and calls, made through the Ruby package.
module Calls
  module_function

  # Settings as Ruby takes them: times in seconds.
  def arguments(told)
    told.to_h { |name, value| name.end_with?('_ms') ? [name.delete_suffix('_ms').to_sym, value / 1000r] : [name.to_sym, value] }
  end

  def make_client(told)
    settings = arguments(told)
    settings[:client_certificate] = [settings[:client_certificate]] * 2 if settings.key?(:client_certificate)
    settings[:route] = settings[:route].to_sym if settings.key?(:route)
    Nango::Client.new(**settings)
  end

  # The call, with everything ready that it needs.
  def prepare(told)
    options = arguments(told.slice('timeout_ms'))
    return operation(told, options) if told['operation'] == 'call'

    ids = told.values_at('connection_id', 'provider_config_key')
    if told['operation'] == 'get_connection'
      %w[force_refresh refresh_token refresh_github_app_jwt_token].each { |name| options[name.to_sym] = told[name] }
      return ->(client) { client.get_connection(*ids, **options) }
    end
    proxy(told['request'].dup, ids, options)
  end

  def operation(told, options)
    group, method = METHODS.fetch(told['call'])
    given = (told['arguments'] || {}).to_h { |name, value| [name.to_sym, TIMES.include?(name) ? Time.iso8601(value) : value] }
    ->(client) { Result.of(client.public_send(group).public_send(method, **given, **options)) }
  end

  def proxy(request, ids, options)
    where = [request.delete('method'), request.delete('endpoint')]
    body = request.delete('body')
    options[:params] = request.delete('query') || []
    options[:headers] = request.delete('headers') || []
    options.update(arguments(request))
    options.update(data: upload(body), content_type: body['content_type']) if body
    ->(client) { client.proxy(*ids, *where, **options) }
  end

  # The body of a request. The length of a file is known only of those that Ruby itself has.
  def upload(body)
    unit = [body['unit']].pack('H*')
    length = body['length']
    piece = body.fetch('piece', [length, 1].max)
    return Reader.new(unit, length, piece) if body['from'] == 'reader'

    content = Reader.new(unit, length, length).read(length)
    body['from'] == 'memory' ? content : SizedReader.new(content, piece)
  end

  # Reads a body as a whole, as it comes, or the beginning of it.
  def read(response, told, body)
    size, most = told.values_at('read_size', 'read_most')
    return body.add(response.body) if told['read'] == 'collect'
    return response.each_chunk { |part| body.add(part) } unless size || most

    while most.nil? || body.length < most
      part = response.read(size || (most - body.length))
      return if part.empty?
      raise 'more was read than was asked for' if size && part.bytesize > size

      body.add(part)
    end
  end

  # Ends a call, or the reading of its response, from another thread. Yields what is told of the response.
  def ended_early(client, told)
    after = told['cancel_after_ms'] || told['shutdown_after_ms']
    return yield(->(response) { response }) if after.nil?

    found = nil
    ender = Thread.new do
      sleep(after / 1000.0)
      # Without a response, closing the client is how another thread ends a call.
      told.key?('cancel_after_ms') && found ? found.close : client.close
    end
    begin
      yield(->(response) { found = response })
    ensure
      ender.join
    end
  end
end
