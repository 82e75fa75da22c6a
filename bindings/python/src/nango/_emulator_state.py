"""What a test can give a running emulator, beyond its seed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Optional, Union

from . import _installation  # noqa: F401 - which refuses a mixture of two packages


@dataclass(frozen=True)
class EmulatorWebhook:
    """A webhook that the emulator has sent."""

    url: str
    #: The status of the receiver's response; None while there is none.
    status: Optional[int]
    #: Why there is no response; None if there is one.
    problem: Optional[str]
    body: Any


def _given(**members: object) -> dict[str, Any]:
    """Return the members that are not None."""
    return {name: value for name, value in members.items() if value is not None}


class EmulatorState(ABC):
    """The part of `Emulator` that changes what it holds. A reset takes all of that back."""

    @abstractmethod
    def _ask(self, method: str, route: str, body: object = None) -> Any:
        """Use one of the emulator's own routes."""

    def add(self, seed: Mapping[str, Any]) -> None:
        """Add what a seed may have, except keys and limits, in place of what has the same name: {"records": [...]}."""
        self._ask("POST", "seed", dict(seed))

    def add_integration(self, integration_id: str, **fields: Any) -> None:
        """Add an integration. The fields are those of the seed: `auth_mode="API_KEY"`, `refuses=["bad-key"]`."""
        self.add({"integrations": [{"id": integration_id, **fields}]})

    def add_records(
        self,
        connection_id: str,
        provider_config_key: str,
        model: str,
        records: Iterable[Mapping[str, Any]] = (),
        *,
        deleted: Iterable[Union[str, Mapping[str, Any]]] = (),
        variant: Optional[str] = None,
    ) -> None:
        """Add records, or update those whose ids are there, as a run of a sync does; `deleted` are ids, or records."""
        owner = {"connection_id": connection_id, "provider_config_key": provider_config_key, "model": model}
        changes = {"records": [dict(record) for record in records], "deleted": list(deleted)}
        self.add({"records": [{**owner, **changes, **_given(variant=variant)}]})

    def add_sync(
        self,
        provider_config_key: str,
        name: str,
        models: Iterable[str],
        *,
        runs: Iterable[Mapping[str, Any]] = (),
        **fields: Any,
    ) -> None:
        """Add a sync. Each trigger does its next run: {"records": {"Issue": [...]}, "deleted": {"Issue": ["7"]}}."""
        sync = {"provider_config_key": provider_config_key, "name": name, "models": list(models), "runs": list(runs)}
        self.add({"syncs": [{**sync, **fields}]})

    def add_action(
        self,
        provider_config_key: str,
        name: str,
        *,
        output: Any = None,
        echo: bool = False,
        error: Optional[Mapping[str, Any]] = None,
        upstream: Optional[Mapping[str, Any]] = None,
        pending_polls: int = 0,
        delay_ms: int = 0,
    ) -> None:
        """Add an action that returns `output`, returns its input, or fails.

        `error` is Nango's error with its status: {"status": 500, "code": "action_script_runtime_error"}. `upstream` is
        the external API's response that the action fails with: {"status": 404, "body": {...}}. A caller that does not
        wait gets the result after it has asked `pending_polls` times in vain.
        """
        action = {"provider_config_key": provider_config_key, "name": name, "output": output, "echo": echo}
        more = _given(error=error, upstream=upstream)
        self.add({"actions": [{**action, **more, "pending_polls": pending_polls, "delay_ms": delay_ms}]})

    def add_function(
        self, provider_config_key: str, name: str, *, function_type: str = "action", **fields: Any
    ) -> None:
        """Add a function as Nango shows it. Further fields: `code`, `description`, `source="standalone"` and so on."""
        function = {"provider_config_key": provider_config_key, "name": name, "type": function_type}
        self.add({"functions": [{**function, **fields}]})

    def set_variables(self, variables: Mapping[str, str]) -> None:
        """Set variables of the environment. Others stay."""
        self.add({"variables": dict(variables)})

    def send_webhooks_to(self, url: str, *, signing_key: Optional[str] = None) -> None:
        """Send webhooks to a URL of this machine from now on, signed with a key."""
        self.add({"webhooks": _given(url=url, signing_key=signing_key)})

    def send_webhook(self, body: object) -> int:
        """Send any webhook, signed, and return the status of the receiver's response."""
        status: int = self._ask("POST", "webhooks", body)["status"]
        return status

    def webhooks(self) -> list[EmulatorWebhook]:
        """Tell what webhooks were sent since the start or the last `reset`, the oldest first."""
        return [EmulatorWebhook(**webhook) for webhook in self._ask("GET", "webhooks")["webhooks"]]

    def finish_connect_session(
        self,
        token: str,
        *,
        integration: Optional[str] = None,
        connection_id: Optional[str] = None,
        credentials: Optional[Mapping[str, Any]] = None,
    ) -> str:
        """Do what a customer does with a connect session, and return the id of the connection that it makes.

        `integration` is the one that the customer chooses, needed only if the session offers several. The id of the
        connection and its credentials are invented by default.
        """
        chosen = _given(integration=integration, connection_id=connection_id, credentials=credentials)
        made: str = self._ask("POST", "connect", {"token": token, **chosen})["connection_id"]
        return made
