# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Actions: functions that Nango runs on a connection.
  class Actions < Group
    TRIGGER_ACTION = Operation.new(
      'POST', '/action/trigger',
      [
        [:connection_id, :header, Kinds::STRING, 'Connection-Id', true],
        [:provider_config_key, :header, Kinds::STRING, 'Provider-Config-Key', true],
        [:action_name, :body, Kinds::STRING, 'action_name', true],
        [:input, :body, Kinds::JSON, 'input', false],
        [:max_retries, :header, Kinds::INTEGER, 'X-Max-Retries', false]
      ],
      result: Kinds::JSON
    )
    private_constant :TRIGGER_ACTION

    TRIGGER_ACTION_ASYNC = Operation.new(
      'POST', '/action/trigger',
      [
        [:connection_id, :header, Kinds::STRING, 'Connection-Id', true],
        [:provider_config_key, :header, Kinds::STRING, 'Provider-Config-Key', true],
        [:action_name, :body, Kinds::STRING, 'action_name', true],
        [:input, :body, Kinds::JSON, 'input', false],
        [:max_retries, :header, Kinds::INTEGER, 'X-Max-Retries', false]
      ],
      headers: { 'X-Async' => 'true' },
      result: Kinds.model(:QueuedAction)
    )
    private_constant :TRIGGER_ACTION_ASYNC

    GET_ACTION_RESULT = Operation.new(
      'GET', '/action/{id}',
      [
        [:id, :path, Kinds::STRING, 'id', true]
      ],
      result: Kinds::JSON
    )
    private_constant :GET_ACTION_RESULT

    WAIT_FOR_ACTION_RESULT = Operation.new(
      'GET', '/action/{id}',
      [
        [:id, :path, Kinds::STRING, 'id', true]
      ],
      waits_until: :found,
      result: Kinds::JSON
    )
    private_constant :WAIT_FOR_ACTION_RESULT

    # Runs an action on a connection and waits for its output.
    #
    # An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
    # returns nothing gives null.
    #
    # The secret key needs the scope environment:actions:execute.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # action_name:: The name of the action.
    # input:: The input of the action.
    # max_retries:: How often Nango runs the action again if it fails, from 0 to 5.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives what Nango sent, as parsed JSON.
    def trigger(connection_id:, provider_config_key:, action_name:, input: NOT_GIVEN, max_retries: nil, timeout: nil)
      call(TRIGGER_ACTION, timeout, connection_id: connection_id, provider_config_key: provider_config_key,
           action_name: action_name, input: input, max_retries: max_retries)
    end

    # Queues an action on a connection, and returns the id of its result.
    #
    # Nango runs the queued actions of an environment one after another.
    #
    # The secret key needs the scope environment:actions:execute.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # action_name:: The name of the action.
    # input:: The input of the action.
    # max_retries:: How often Nango runs the action again if it fails, from 0 to 5.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives QueuedAction.
    def trigger_async(connection_id:, provider_config_key:, action_name:, input: NOT_GIVEN, max_retries: nil,
                      timeout: nil)
      call(TRIGGER_ACTION_ASYNC, timeout, connection_id: connection_id, provider_config_key: provider_config_key,
           action_name: action_name, input: input, max_retries: max_retries)
    end

    # Returns the output of a queued action.
    #
    # An action that still runs, one that does not exist and one whose output is null are the error kind api with the
    # status 404: Nango does not tell them apart.
    #
    # The secret key needs the scope environment:actions:execute.
    #
    # id:: The id of the queued action.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives what Nango sent, as parsed JSON.
    def result(id:, timeout: nil)
      call(GET_ACTION_RESULT, timeout, id: id)
    end

    # Waits for the output of a queued action.
    #
    # It asks at once, after half a second, and then every second or two, until the timeout of the call has passed; then
    # the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as it does
    # while the action runs: such a wait ends by its timeout.
    #
    # The secret key needs the scope environment:actions:execute.
    #
    # id:: The id of the queued action.
    # timeout:: How many seconds the whole wait may take; what the client says for a call by default.
    #
    # Gives what Nango sent, as parsed JSON. Raises TimeoutError if what is waited for did not come in time.
    def wait_for_result(id:, timeout: nil)
      call(WAIT_FOR_ACTION_RESULT, timeout, id: id)
    end
  end
end
