# frozen_string_literal: true

require_relative 'helper'
require 'openssl'

class TestWebhooks < Minitest::Test
  KEY = 'invented-signing-key'
  AUTH = { type: 'auth', from: 'nango', operation: 'creation', success: true, connectionId: 'c', providerConfigKey: 'k',
           provider: 'github', authMode: 'OAUTH2', environment: 'dev', tags: { order: CANARY } }.freeze

  def signed(body, key = KEY)
    { 'X-Nango-Hmac-Sha256' => OpenSSL::HMAC.hexdigest('SHA256', key, body) }
  end

  def parse(value)
    body = JSON.generate(value)
    Nango::Webhooks.parse(body, signed(body), KEY)
  end

  def test_a_signature_is_checked
    body = JSON.generate(AUTH)
    assert Nango::Webhooks.signed?(body, signed(body), KEY)
    assert Nango::Webhooks.signed?(body, { 'HTTP_X_NANGO_HMAC_SHA256' => signed(body).values.first, 'rack.input' => nil }, KEY)
    assert Nango::Webhooks.signed?(body, { 'x-nango-hmac-sha256' => [signed(body).values.first] }, KEY)
    refute Nango::Webhooks.signed?("#{body} ", signed(body), KEY)
    refute Nango::Webhooks.signed?(body, signed(body, 'other'), KEY)
    refute Nango::Webhooks.signed?(body, { 'X-Nango-Signature' => signed(body).values.first }, KEY)
    assert_raises(Nango::WebhookSignatureError) { Nango::Webhooks.parse(body, {}, KEY) }
  end

  def test_the_name_of_the_header_is_in_any_case_and_may_have_spaces
    body = JSON.generate(AUTH)
    signature = signed(body).values.first
    ['x-nango-hmac-sha256', 'X-NANGO-HMAC-SHA256', " X-Nango-Hmac-Sha256\t", 'HTTP_X_NANGO_HMAC_SHA256',
     :X_Nango_Hmac_Sha256].each do |name|
      assert Nango::Webhooks.signed?(body, { 'Host' => 'a', "\xFF" => 'b', name => signature }, KEY), name
    end
    refute Nango::Webhooks.signed?(body, { 'Prefix-X-Nango-Hmac-Sha256' => signature }, KEY)
  end

  def test_whoever_sends_a_request_makes_no_other_error_than_that_of_the_signature
    body = JSON.generate(AUTH)
    name, signature = signed(body).first
    wrong = ["\xFF", "\xFF".b, "#{signature}\0", "\0", 'é', '', nil, 7, [], [signature, 'junk'], ['junk', signature],
             [signature, signature], [nil], "#{signature},#{signature}"].map { |value| { name => value } }
    wrong << { name => signature, name.downcase => signature } << { name => signature, 'HTTP_X_NANGO_HMAC_SHA256' => 'junk' }
    wrong.each do |headers|
      refute Nango::Webhooks.signed?(body, headers, KEY), headers
      assert_raises(Nango::WebhookSignatureError, headers) { Nango::Webhooks.parse(body, headers, KEY) }
    end
  end

  def test_what_webhooks_say
    webhook = parse(AUTH)
    assert_instance_of Nango::AuthWebhook, webhook
    assert_equal ['c', true, { 'order' => CANARY }], [webhook.connection_id, webhook.success, webhook.tags]
    refute_includes webhook.inspect, CANARY
    assert_instance_of Nango::SyncWebhook,
                       parse(type: 'sync', from: 'nango', success: true, connectionId: 'c', providerConfigKey: 'k',
                             syncName: 's', model: 'M')
    assert_instance_of Nango::ForwardWebhook, parse(type: 'forward', from: 'github', providerConfigKey: 'k', payload: [1])
    assert_equal [nil, [CANARY]], parse([CANARY]).then { |unknown| [unknown.type, unknown.payload] }
    assert_instance_of Nango::UnknownWebhook, parse(type: 'auth', from: 'elsewhere')
    refute_includes parse([CANARY]).inspect, CANARY
  end

  def test_what_is_no_webhook_of_nango
    error = assert_raises(Nango::DecodeError) { parse(AUTH.merge(success: CANARY)) }
    assert_includes error.message, 'success is not a boolean'
    refute_includes error.message, CANARY
    assert_raises(Nango::DecodeError) { Nango::Webhooks.parse('x', signed('x'), KEY) }
  end
end
