"""Where the Python package has the operations of the description.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

#: The attribute of a client and the method, by the name of the operation.
METHODS = {
    "list_connections": ("connections", "list"),
    "import_connection": ("connections", "import_"),
    "update_connection": ("connections", "update"),
    "delete_connection": ("connections", "delete"),
    "set_metadata": ("connections", "set_metadata"),
    "update_metadata": ("connections", "update_metadata"),
    "trigger_action": ("actions", "trigger"),
    "trigger_action_async": ("actions", "trigger_async"),
    "get_action_result": ("actions", "result"),
    "list_environment_variables": ("environment", "list_variables"),
}
