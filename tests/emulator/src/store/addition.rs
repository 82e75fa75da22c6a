//! What is added to the state, by a seed or while the emulator runs.

use super::{integrations::Integration, records::BASE, syncs::Sync};
use crate::{
    seed::{self, Addition},
    state::{Connection, State},
};

impl State {
    /// Adds what a seed may have, in place of what has the same name.
    pub fn add(&mut self, addition: Addition) {
        let now = self.clock.now();
        for integration in &addition.integrations {
            self.integrations.retain(|known| known.unique_key != integration.id);
            self.integrations.push(Integration::new(integration, now));
        }
        self.sort_integrations();
        for provider in addition.providers {
            self.providers.add(provider);
        }
        let highest = addition.connections.iter().filter_map(|connection| connection.id).max();
        self.newest = self.newest.max(highest.unwrap_or(0));
        let is_same = |a: &str, b: &str, c: &str, d: &str| a == b && c == d;
        for sync in addition.syncs {
            let position = self.known_syncs.iter().position(|known| {
                is_same(
                    &known.name,
                    &sync.name,
                    &known.provider_config_key,
                    &sync.provider_config_key,
                )
            });
            self.syncs.retain(|known| {
                !is_same(
                    &known.name,
                    &sync.name,
                    &known.provider_config_key,
                    &sync.provider_config_key,
                )
            });
            match position {
                Some(position) => self.known_syncs[position] = sync,
                None => self.known_syncs.push(sync),
            }
        }
        for connection in &addition.connections {
            let id = connection.id.unwrap_or_else(|| self.next_number());
            let made = Connection::new(connection, self.integration(&connection.provider_config_key), id, now);
            self.connections.retain(|known| {
                !is_same(
                    &known.connection_id,
                    &made.connection_id,
                    &known.provider_config_key,
                    &made.provider_config_key,
                )
            });
            self.connections.push(made);
        }
        self.connections.sort_by_key(|connection| connection.id);
        self.give_syncs();
        for action in addition.actions {
            self.actions.retain(|known| {
                !is_same(
                    &known.name,
                    &action.name,
                    &known.provider_config_key,
                    &action.provider_config_key,
                )
            });
            self.actions.push(action);
        }
        for function in addition.functions {
            let kind = |function: &seed::Function| function.more.get("type").cloned();
            self.functions.retain(|known| {
                kind(known) != kind(&function)
                    || !is_same(
                        &known.name,
                        &function.name,
                        &known.provider_config_key,
                        &function.provider_config_key,
                    )
            });
            self.functions.push(function);
        }
        for records in &addition.records {
            self.records.seed(records, now);
        }
        self.variables.extend(addition.variables);
        self.scripts_config.extend(addition.scripts_config);
        self.sandbox = addition.sandbox.or(self.sandbox.take());
        if let Some(webhooks) = addition.webhooks {
            self.outbox.url = webhooks.url.or(self.outbox.url.take());
            self.outbox.signing_key = webhooks.signing_key.unwrap_or_else(|| self.outbox.signing_key.clone());
        }
    }

    /// Gives each connection the syncs of its integration that it does not have yet.
    pub fn give_syncs(&mut self) {
        let now = self.clock.now();
        for known in self.known_syncs.clone() {
            let owners: Vec<String> = self
                .connections
                .iter()
                .filter(|connection| connection.provider_config_key == known.provider_config_key)
                .map(|connection| connection.connection_id.clone())
                .collect();
            for owner in owners {
                let has_it = self.syncs.iter().any(|sync| {
                    sync.connection_id == owner
                        && sync.provider_config_key == known.provider_config_key
                        && sync.is_meant(&known.name, Some(BASE))
                });
                if !has_it {
                    let id = self.invent_uuid();
                    self.syncs.push(Sync::new(id, &owner, &known, BASE, now));
                }
            }
        }
        let place = |sync: &Sync| self.known_syncs.iter().position(|known| known.name == sync.name);
        self.syncs.sort_by_key(place);
    }
}
