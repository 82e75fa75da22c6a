"""Where the Python package has the operations of the description.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

#: The attribute of a client and the method, by the name of the operation.
METHODS = {
    "create_connect_session": ("connect_sessions", "create"),
    "create_reconnect_session": ("connect_sessions", "reconnect"),
    "list_connections": ("connections", "list"),
    "import_connection": ("connections", "import_"),
    "update_connection": ("connections", "update"),
    "delete_connection": ("connections", "delete"),
    "set_metadata": ("connections", "set_metadata"),
    "update_metadata": ("connections", "update_metadata"),
    "wait_for_connection": ("connections", "wait_for"),
    "list_integrations": ("integrations", "list"),
    "get_integration": ("integrations", "get"),
    "create_integration": ("integrations", "create"),
    "create_quickstart_integration": ("integrations", "create_quickstart"),
    "update_integration": ("integrations", "update"),
    "delete_integration": ("integrations", "delete"),
    "list_records": ("records", "list"),
    "prune_records": ("records", "prune"),
    "trigger_action": ("actions", "trigger"),
    "trigger_action_async": ("actions", "trigger_async"),
    "get_action_result": ("actions", "result"),
    "wait_for_action_result": ("actions", "wait_for_result"),
    "trigger_sync": ("syncs", "trigger"),
    "start_sync": ("syncs", "start"),
    "pause_sync": ("syncs", "pause"),
    "sync_status": ("syncs", "status"),
    "update_sync_frequency": ("syncs", "update_frequency"),
    "reset_sync_frequency": ("syncs", "reset_frequency"),
    "create_sync_variant": ("syncs", "create_variant"),
    "delete_sync_variant": ("syncs", "delete_variant"),
    "list_functions": ("functions", "list"),
    "get_function": ("functions", "get"),
    "get_function_code": ("functions", "get_code"),
    "delete_function": ("functions", "delete"),
    "get_scripts_config": ("functions", "scripts_config"),
    "compile_function": ("functions", "compile"),
    "start_function_dry_run": ("functions", "start_dry_run"),
    "get_function_dry_run": ("functions", "get_dry_run"),
    "deploy_function": ("functions", "deploy"),
    "deploy_function_template": ("functions", "deploy_template"),
    "get_function_deployment": ("functions", "get_deployment"),
    "list_providers": ("providers", "list"),
    "get_provider": ("providers", "get"),
    "list_provider_templates": ("providers", "list_templates"),
    "list_environment_variables": ("environment", "list_variables"),
    "rotate_webhook_signing_key": ("environment", "rotate_webhook_signing_key"),
}

#: The arguments that are times, by the name of the operation.
TIMES = {
    "list_records": ["modified_after"],
    "start_function_dry_run": ["last_sync_date"],
}
