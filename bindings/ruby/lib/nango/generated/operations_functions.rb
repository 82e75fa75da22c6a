# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Functions: the code of syncs and actions that an integration has.
  class Functions < Group
    LIST_FUNCTIONS = Operation.new(
      'GET', '/integrations/{uniqueKey}/functions',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true],
        [:function_type, :query, Kinds::STRING, 'type', false],
        [:search, :query, Kinds::STRING, 'search', false],
        [:limit, :query, Kinds::INTEGER, 'limit', false]
      ],
      at: ['data'],
      result: Kinds.array(Kinds.model(:Function))
    )
    private_constant :LIST_FUNCTIONS

    GET_FUNCTION = Operation.new(
      'GET', '/integrations/{uniqueKey}/functions/{name}',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true],
        [:name, :path, Kinds::STRING, 'name', true],
        [:function_type, :query, Kinds::STRING, 'type', false]
      ],
      at: ['data'],
      result: Kinds.model(:Function)
    )
    private_constant :GET_FUNCTION

    GET_FUNCTION_CODE = Operation.new(
      'GET', '/integrations/{uniqueKey}/functions/{name}/code',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true],
        [:name, :path, Kinds::STRING, 'name', true],
        [:function_type, :query, Kinds::STRING, 'type', false]
      ],
      result: Kinds.model(:FunctionCode)
    )
    private_constant :GET_FUNCTION_CODE

    DELETE_FUNCTION = Operation.new(
      'DELETE', '/integrations/{uniqueKey}/functions/{name}',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true],
        [:name, :path, Kinds::STRING, 'name', true],
        [:function_type, :query, Kinds::STRING, 'type', true]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :DELETE_FUNCTION

    GET_SCRIPTS_CONFIG = Operation.new(
      'GET', '/scripts/config',
      [
        [:format, :query, Kinds::STRING, 'format', false]
      ],
      result: Kinds::JSON
    )
    private_constant :GET_SCRIPTS_CONFIG

    COMPILE_FUNCTION = Operation.new(
      'POST', '/functions/compile',
      [
        [:code, :body, Kinds::STRING, 'code', true]
      ],
      repeatable: true,
      result: Kinds.model(:CompiledFunction)
    )
    private_constant :COMPILE_FUNCTION

    START_FUNCTION_DRY_RUN = Operation.new(
      'POST', '/functions/dryruns',
      [
        [:integration_id, :body, Kinds::STRING, 'integration_id', true],
        [:function_type, :body, Kinds::STRING, 'function_type', true],
        [:code, :body, Kinds::STRING, 'code', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', true],
        [:input, :body, Kinds::JSON, 'input', false],
        [:metadata, :body, Kinds::OBJECT, 'metadata', false],
        [:checkpoint, :body, Kinds::OBJECT, 'checkpoint', false],
        [:last_sync_date, :body, Kinds::TIMESTAMP, 'last_sync_date', false]
      ],
      result: Kinds.model(:QueuedFunctionRun)
    )
    private_constant :START_FUNCTION_DRY_RUN

    GET_FUNCTION_DRY_RUN = Operation.new(
      'GET', '/functions/dryruns/{id}',
      [
        [:id, :path, Kinds::STRING, 'id', true]
      ],
      result: Kinds.model(:FunctionDryRun)
    )
    private_constant :GET_FUNCTION_DRY_RUN

    DEPLOY_FUNCTION = Operation.new(
      'POST', '/functions/deployments',
      [
        [:integration_id, :body, Kinds::STRING, 'integration_id', true],
        [:function_name, :body, Kinds::STRING, 'function_name', true],
        [:function_type, :body, Kinds::STRING, 'function_type', true],
        [:code, :body, Kinds::STRING, 'code', true],
        [:version, :body, Kinds::STRING, 'version', false],
        [:allow_destructive, :body, Kinds::BOOLEAN, 'allow_destructive', false]
      ],
      constants: { 'type' => 'function' },
      result: Kinds.model(:QueuedFunctionRun)
    )
    private_constant :DEPLOY_FUNCTION

    DEPLOY_FUNCTION_TEMPLATE = Operation.new(
      'POST', '/functions/deployments',
      [
        [:integration_id, :body, Kinds::STRING, 'integration_id', true],
        [:template, :body, Kinds::STRING, 'template', true],
        [:function_type, :body, Kinds::STRING, 'function_type', false]
      ],
      constants: { 'type' => 'template' },
      result: Kinds.model(:QueuedFunctionRun)
    )
    private_constant :DEPLOY_FUNCTION_TEMPLATE

    GET_FUNCTION_DEPLOYMENT = Operation.new(
      'GET', '/functions/deployments/{id}',
      [
        [:id, :path, Kinds::STRING, 'id', true]
      ],
      result: Kinds.model(:FunctionDeployment)
    )
    private_constant :GET_FUNCTION_DEPLOYMENT

    # Lists the functions that are deployed for an integration.
    #
    # Pages are fetched as the functions are read.
    #
    # The secret key needs the scope environment:functions:list.
    #
    # unique_key:: The id of the integration.
    # function_type:: Only those of this type: "sync", "action" or "on-event".
    # search:: Only those with this text in their name.
    # limit:: How many a page has, from 1 to 100.
    # timeout:: How many seconds the call for each page may take; what the client says by default.
    #
    # Gives Pages of Function.
    def list(unique_key:, function_type: nil, search: nil, limit: 100, timeout: nil)
      list_of(LIST_FUNCTIONS, timeout, unique_key: unique_key, function_type: function_type, search: search,
              limit: limit, page_style: :number, page_key: :id)
    end

    # Returns a function that is deployed for an integration.
    #
    # The secret key needs the scope environment:functions:read.
    #
    # unique_key:: The id of the integration.
    # name:: The name of the function.
    # function_type:: Its type: "sync", "action" or "on-event"; needed if several functions have the name.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives Function.
    def get(unique_key:, name:, function_type: nil, timeout: nil)
      call(GET_FUNCTION, timeout, unique_key: unique_key, name: name, function_type: function_type)
    end

    # Returns the code of a function that is deployed for an integration.
    #
    # The secret key needs the scope environment:functions:read.
    #
    # unique_key:: The id of the integration.
    # name:: The name of the function.
    # function_type:: Its type: "sync", "action" or "on-event"; needed if several functions have the name.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives FunctionCode.
    def get_code(unique_key:, name:, function_type: nil, timeout: nil)
      call(GET_FUNCTION_CODE, timeout, unique_key: unique_key, name: name, function_type: function_type)
    end

    # Deletes a function of an integration.
    #
    # Nango refuses to delete one that was deployed by its command line program.
    #
    # The secret key needs the scope environment:functions:delete.
    #
    # unique_key:: The id of the integration.
    # name:: The name of the function.
    # function_type:: Its type: "sync" or "action".
    # timeout:: How many seconds this call may take; what the client says by default.
    def delete(unique_key:, name:, function_type:, timeout: nil)
      call(DELETE_FUNCTION, timeout, unique_key: unique_key, name: name, function_type: function_type)
    end

    # Returns the syncs, actions and on-event functions of all integrations.
    #
    # The secret key needs the scope environment:integrations:list_functions.
    #
    # format:: The form: "nango" for an array with an object for each integration, "openai" for an object with tools of
    #   a language model in "data".
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives what Nango sent, as parsed JSON.
    def scripts_config(format: 'nango', timeout: nil)
      call(GET_SCRIPTS_CONFIG, timeout, format: format)
    end

    # Compiles the code of a function.
    #
    # The secret key needs the scope environment:functions:compile.
    #
    # code:: The code, in TypeScript.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives CompiledFunction.
    def compile(code:, timeout: nil)
      call(COMPILE_FUNCTION, timeout, code: code)
    end

    # Runs the code of a function on a connection without storing anything.
    #
    # The secret key needs the scope environment:functions:dryrun.
    #
    # integration_id:: The id of the integration.
    # function_type:: Its type: "action" or "sync".
    # code:: The code, in TypeScript.
    # connection_id:: The id of the connection, as the dashboard shows it.
    # input:: The input of an action.
    # metadata:: Metadata in place of the connection's.
    # checkpoint:: The checkpoint that a sync starts at.
    # last_sync_date:: When the sync ran last.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives QueuedFunctionRun.
    def start_dry_run(integration_id:, function_type:, code:, connection_id:, input: NOT_GIVEN, metadata: nil,
                      checkpoint: nil, last_sync_date: nil, timeout: nil)
      call(START_FUNCTION_DRY_RUN, timeout, integration_id: integration_id, function_type: function_type, code: code,
           connection_id: connection_id, input: input, metadata: metadata, checkpoint: checkpoint,
           last_sync_date: last_sync_date)
    end

    # Returns the state of a dry run.
    #
    # The secret key needs the scope environment:functions:dryrun.
    #
    # id:: The id of the dry run.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives FunctionDryRun.
    def get_dry_run(id:, timeout: nil)
      call(GET_FUNCTION_DRY_RUN, timeout, id: id)
    end

    # Deploys the code of a function.
    #
    # The secret key needs the scope environment:deploy.
    #
    # integration_id:: The id of the integration.
    # function_name:: The name of the function.
    # function_type:: Its type: "action" or "sync".
    # code:: The code, in TypeScript.
    # version:: Its version.
    # allow_destructive:: Whether changes that delete records are allowed.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives QueuedFunctionRun.
    def deploy(integration_id:, function_name:, function_type:, code:, version: nil, allow_destructive: nil,
               timeout: nil)
      call(DEPLOY_FUNCTION, timeout, integration_id: integration_id, function_name: function_name,
           function_type: function_type, code: code, version: version, allow_destructive: allow_destructive)
    end

    # Deploys a template of a function.
    #
    # The secret key needs the scope environment:deploy.
    #
    # integration_id:: The id of the integration.
    # template:: The name of the template.
    # function_type:: Its type: "action" or "sync".
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives QueuedFunctionRun.
    def deploy_template(integration_id:, template:, function_type: nil, timeout: nil)
      call(DEPLOY_FUNCTION_TEMPLATE, timeout, integration_id: integration_id, template: template,
           function_type: function_type)
    end

    # Returns the state of a deployment.
    #
    # The secret key needs the scope environment:deploy.
    #
    # id:: The id of the deployment.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives FunctionDeployment.
    def get_deployment(id:, timeout: nil)
      call(GET_FUNCTION_DEPLOYMENT, timeout, id: id)
    end
  end
end
