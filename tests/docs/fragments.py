"""Makes programs of the blocks of a guide: fragments are put into a function with the objects they need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blocks import Block

C = """#include <nango.h>
#include <nango_api.h>
#include <stdio.h>

void block(nango_client_options *options, nango_client *client, nango_connection *connection, nango_error *error);
void block(nango_client_options *options, nango_client *client, nango_connection *connection, nango_error *error) {
    (void)options, (void)client, (void)connection, (void)error;
    {
%s
    }
}
"""

CPP = """#include <iostream>
#include <nango.hpp>

void block(nango::ClientOptions &options, const nango::Client &client, const nango::Connection &connection);
void block(nango::ClientOptions &options, const nango::Client &client, const nango::Connection &connection) {
    (void)options, (void)client, (void)connection;
    {
%s
    }
}
"""

GO = """package main

import (
%s
	"github.com/libnango/libnango/bindings/go"
)

type given struct {
	secretKey  string
	client     *nango.Client
	connection *nango.Connection
	request    *http.Request
}

func block(ctx context.Context, given given) error {
	secretKey, client, connection, request := given.secretKey, given.client, given.connection, given.request
	_, _, _, _ = secretKey, client, connection, request
	{
%s
	}
	return nil
}

func main() { _ = block }
"""
GO_PACKAGES = ["context", "errors", "fmt", "log/slog", "net/http", "os", "os/signal", "time"]

RUST = """#![allow(unused, reason = "a block shows what it is about, and no more")]
use std::time::Duration;

use nango::{AuthMode, CallOptions, Cancel, Client, ClientOptions, Connection, Error, ErrorKind, LogLevel};

fn block(options: &mut ClientOptions, client: &Client, connection: &Connection) -> Result<(), Error> {
%s
    Ok(())
}

fn main() {}
"""


def program(block: Block) -> str:
    """A block as a file that can be compiled."""
    if block.is_program:
        return block.code
    if block.language == "go":
        return _go(block.code)
    return {"c": C, "cpp": CPP, "rust": RUST}[block.language] % block.code


def _go(code: str) -> str:
    """A block of Go with the imports that it uses, since Go refuses others."""
    used = [
        name
        for name in GO_PACKAGES
        if name in ("context", "net/http") or re.search(rf"\b{name.rpartition('/')[2]}\.[A-Z]", code)
    ]
    return GO % ("\n".join(f'\t"{name}"' for name in used), code)
