# frozen_string_literal: true

# Where the Ruby package has the operations of the description.
#
# Generated from api/operations.json: do not edit.

# The attribute of a client and the method, by the name of the operation.
METHODS = {
  'create_connect_session' => %i[connect_sessions create],
  'create_reconnect_session' => %i[connect_sessions reconnect],
  'list_connections' => %i[connections list],
  'import_connection' => %i[connections import],
  'update_connection' => %i[connections update],
  'delete_connection' => %i[connections delete],
  'set_metadata' => %i[connections set_metadata],
  'update_metadata' => %i[connections update_metadata],
  'wait_for_connection' => %i[connections wait_for],
  'list_integrations' => %i[integrations list],
  'get_integration' => %i[integrations get],
  'create_integration' => %i[integrations create],
  'create_quickstart_integration' => %i[integrations create_quickstart],
  'update_integration' => %i[integrations update],
  'delete_integration' => %i[integrations delete],
  'list_records' => %i[records list],
  'prune_records' => %i[records prune],
  'trigger_action' => %i[actions trigger],
  'trigger_action_async' => %i[actions trigger_async],
  'get_action_result' => %i[actions result],
  'wait_for_action_result' => %i[actions wait_for_result],
  'trigger_sync' => %i[syncs trigger],
  'start_sync' => %i[syncs start],
  'pause_sync' => %i[syncs pause],
  'sync_status' => %i[syncs status],
  'update_sync_frequency' => %i[syncs update_frequency],
  'reset_sync_frequency' => %i[syncs reset_frequency],
  'create_sync_variant' => %i[syncs create_variant],
  'delete_sync_variant' => %i[syncs delete_variant],
  'list_functions' => %i[functions list],
  'get_function' => %i[functions get],
  'get_function_code' => %i[functions get_code],
  'delete_function' => %i[functions delete],
  'get_scripts_config' => %i[functions scripts_config],
  'compile_function' => %i[functions compile],
  'start_function_dry_run' => %i[functions start_dry_run],
  'get_function_dry_run' => %i[functions get_dry_run],
  'deploy_function' => %i[functions deploy],
  'deploy_function_template' => %i[functions deploy_template],
  'get_function_deployment' => %i[functions get_deployment],
  'list_providers' => %i[providers list],
  'get_provider' => %i[providers get],
  'list_provider_templates' => %i[providers list_templates],
  'list_environment_variables' => %i[environment list_variables],
  'rotate_webhook_signing_key' => %i[environment rotate_webhook_signing_key]
}.freeze

# The arguments that are times.
TIMES = %w[modified_after last_sync_date].freeze
