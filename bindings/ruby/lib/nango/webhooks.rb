# frozen_string_literal: true

module Nango
  # Webhooks that Nango sends to a program: whether one is signed, and what it says.
  #
  #   post '/nango' do
  #     webhook = Nango::Webhooks.parse(request.body.read, request.env, ENV.fetch('NANGO_WEBHOOK_SIGNING_KEY'))
  #     case webhook
  #     in Nango::AuthWebhook(success: true, connection_id:) then connected(connection_id)
  #     else nil
  #     end
  #     204
  #   end
  #
  # The key is the webhook signing key of the environment, which is not the API key. The body is what was received, byte by
  # byte: JSON that was parsed and written again has another signature. A signature does not say when the webhook was sent: a
  # copy of it is signed too.
  module Webhooks
    # The header that has the signature. X-Nango-Signature, which Nango sends beside it, can be forged and is never looked at.
    SIGNATURE_HEADER = 'X-Nango-Hmac-Sha256'

    # The classes by the type that a webhook names. An external API chooses what is in a webhook that is forwarded as it came,
    # so all but "forward" count only if Nango is the sender.
    OF_NANGO = { 'auth' => :AuthWebhook, 'sync' => :SyncWebhook, 'async_action' => :AsyncActionWebhook }.freeze
    private_constant :OF_NANGO

    class << self
      # Whether a webhook was signed with this key, compared in constant time.
      #
      # body:: The body as it was received: request.body.read of Rack, request.raw_post of Rails.
      # headers:: The headers of the request by their names in any case, the environment of Rack, or request.headers of Rails.
      # signing_key:: The webhook signing key of the environment.
      def signed?(body, headers, signing_key)
        Native.webhook_signed?(body, signature_in(headers), key(signing_key))
      end

      # Reads a webhook that is signed: an AuthWebhook, SyncWebhook, ForwardWebhook, AsyncActionWebhook or UnknownWebhook. The
      # arguments are those of signed?.
      #
      # Raises WebhookSignatureError if it is not signed with this key: answer 401. DecodeError if it is not JSON, or not as
      # Nango describes its type.
      def parse(body, headers, signing_key)
        Native.check_webhook(body, signature_in(headers), key(signing_key))
        read(JSONText.read(body.dup.force_encoding(Encoding::UTF_8)))
      rescue Kinds::Mismatch => e
        raise DecodeError.new("the webhook is not as Nango's API describes it: #{e.problem}: update libnango, or read its JSON " \
                              'yourself after Nango::Webhooks.signed?', kind: :decode), cause: nil
      end

      private

      def read(sent)
        members = sent.is_a?(Hash) ? sent : {}
        named = members['type']
        name = OF_NANGO[named] if members['from'] == 'nango'
        name = :ForwardWebhook if named == 'forward'
        return Nango.const_get(name).read(sent) if name

        UnknownWebhook.read('type' => named.is_a?(String) ? named : nil, 'payload' => sent)
      end

      def key(signing_key)
        if signing_key.nil?
          raise TypeError,
                'signing_key is nil: pass the webhook signing key, and look whether its variable is set'
        end
        return signing_key unless signing_key == ''

        raise InvalidArgumentError,
              'signing_key is empty: pass the webhook signing key of the environment, which is not the API key'
      end

      # The signature in headers, or in the environment of Rack; nil if there is not exactly one.
      def signature_in(headers)
        unless headers.respond_to?(:each_pair) || headers.respond_to?(:each)
          raise TypeError, "headers must be a Hash, not #{headers.class}"
        end

        found = []
        headers.each { |name, value| found.concat(value.is_a?(Array) ? value : [value]) if signature_header?(name) }
        signature = found.first
        # It came with a request: one that C takes for no text is wrong, and no mistake of the program.
        signature if found.size == 1 && signature.is_a?(String) && signature.ascii_only? && !signature.include?("\0")
      end

      def signature_header?(name)
        name = name.to_s.b.strip.tr('_', '-')
        name.casecmp?(SIGNATURE_HEADER) || name.casecmp?("HTTP-#{SIGNATURE_HEADER}")
      end
    end
  end

  # A webhook without a class of its own: of a type that is newer than this package, or of an external API that Nango forwards
  # as it came, because it knows no connection that it is about.
  class UnknownWebhook < Model
    # The type that it names; nil if it is not an object that has one.
    field :type, Kinds::STRING
    # All of it: any JSON. Never printed.
    field :payload, Kinds::JSON, hidden: true
  end
end
