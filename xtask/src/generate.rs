//! Writes abi/nango.json, and from it, abi/wrappers.json and api/operations.json what the templates make.

use std::fmt::Display;
use std::fs;
use std::path::Path;

use minijinja::{Environment, UndefinedBehavior};

use crate::parts::{self, Between};
use crate::{abi, api, filters, format, wrappers};

const DESCRIPTION: &str = "abi/nango.json";

/// Each template of the C ABI with the file that it makes.
const OF_ABI: &[(&str, &str)] = &[
    ("nango.ffi.h", "include/nango.ffi.h"),
    ("abi.py", "bindings/python/src/nango/_generated/abi.py"),
    ("abi.rs", "fuzz/fuzz_targets/c_abi/abi.rs"),
    ("authmodenames.go", "bindings/go/authmodenames.go"),
    ("nango_names.hpp", "bindings/c/include/nango_names.hpp"),
    ("texts.go", "bindings/go/internal/clib/texts.go"),
    ("texts.h", "bindings/go/internal/clib/texts.h"),
    ("functions.h", "tests/c/generated/functions.h"),
    ("modes.h", "tests/c/generated/modes.h"),
    ("not_utf8.h", "tests/c/generated/not_utf8.h"),
    ("null.h", "tests/c/generated/null.h"),
    ("panics.rs", "src/ffi/tests/panics.rs"),
];

/// Each template of the settings of a client and the kinds of errors with the file that it makes.
const OF_WRAPPERS: &[(&str, &str)] = &[
    ("clientoptions.go", "bindings/go/clientoptions.go"),
    ("clientoptions_test.go", "bindings/go/clientoptions_test.go"),
    ("names.go", "bindings/go/names.go"),
    ("go_names.rs", "tests/probes/driver/go_names.rs"),
    (
        "plain_settings.py",
        "bindings/python/src/nango/_generated/plain_settings.py",
    ),
    ("errorkindvalues.go", "bindings/go/errorkindvalues.go"),
    ("errorkinds_test.go", "bindings/go/errorkinds_test.go"),
    ("settings.rs", "fuzz/fuzz_targets/c_abi/settings.rs"),
    ("settings.go", "bindings/go/internal/clib/settings.go"),
    ("applysettings.go", "bindings/go/internal/clib/applysettings.go"),
];

/// The parts of `src/ffi` that come before all else: abi/nango.json is read from there.
const PARTS_OF_FFI: &[(&str, &[(&str, Between)])] = &[("src/ffi/error.rs", &[("error_constants.rs", None)])];

/// Each file that has parts of which templates of the settings and the kinds of errors make one each.
const PARTS_OF_WRAPPERS: &[(&str, &[(&str, Between)])] = &[
    (
        "bindings/c/include/nango.hpp",
        &[("errorkind.hpp", None), ("setters.hpp", None)],
    ),
    (
        "bindings/python/src/nango/_client.py",
        &[
            ("client_arguments.py", Some(("    Args:", "    Raises:"))),
            ("client_signature.py", Some(("        *,", "    ) -> None:"))),
            ("client_passed_on.py", Some(("                {", "                },"))),
        ],
    ),
    (
        "bindings/python/src/nango/_errors.py",
        &[("errorkind.py", None), ("exceptions.py", None)],
    ),
    (
        "bindings/python/src/nango/__init__.py",
        &[("exceptions_imported.py", None), ("exceptions_exported.py", None)],
    ),
    (
        "src/client/error_kind.rs",
        &[("error_kinds.rs", None), ("error_numbers.rs", None)],
    ),
    ("src/ffi/tests.rs", &[("error_kinds_tested.rs", None)]),
    (
        "tests/probes/c/probe.c",
        &[
            ("probe_texts.c", None),
            ("probe_numbers.c", None),
            ("probe_small_numbers.c", None),
        ],
    ),
    ("tests/probes/cpp/calls.hpp", &[("probe_settings.hpp", None)]),
    ("tests/probes/driver/protocol.rs", &[("probe_settings.rs", None)]),
    ("tests/probes/go/calls.go", &[("probe_set.go", None)]),
    ("tests/probes/go/protocol.go", &[("probe_settings.go", None)]),
    ("tests/probes/rust/calls.rs", &[("probe_set.rs", None)]),
    ("README.md", &[("settings.md", None), ("errors.md", None)]),
    ("bindings/python/README.md", &[("exceptions.md", None)]),
    ("docs/errors.md", &[("errors_guide.md", None)]),
    ("docs/reference/python.md", &[("exceptions_reference.md", None)]),
];

/// Each template of the operations with the file that it makes.
const OF_API: &[(&str, &str)] = &[
    ("operations_mod.rs", "src/operations/generated/mod.rs"),
    ("models.rs", "src/operations/generated/models.rs"),
    ("nango_api.h", "include/nango_api.h"),
    ("nango_api.hpp", "bindings/c/include/nango_api.hpp"),
    ("models.py", "bindings/python/src/nango/models.py"),
    ("operations.py", "bindings/python/src/nango/_generated/operations.py"),
    ("client_operations.py", "bindings/python/src/nango/operations.py"),
    (
        "async_client_operations.py",
        "bindings/python/src/nango/async_operations.py",
    ),
    ("models.go", "bindings/go/models.go"),
    ("services.go", "bindings/go/services.go"),
    ("operations.md", "docs/reference/operations.md"),
    ("probe_operations.rs", "tests/probes/rust/operations.rs"),
    ("probe_operations.h", "tests/probes/c/operations.h"),
    ("probe_operations.hpp", "tests/probes/cpp/operations.hpp"),
    ("calls.py", "tests/probes/python/operations.py"),
    ("probe_operations.go", "tests/probes/go/operations.go"),
];

/// Each template of one group of operations with the file that it makes of each, where `*` is the group's name.
const OF_GROUP: &[(&str, &str)] = &[
    ("operations.rs", "src/operations/generated/*.rs"),
    ("operations.go", "bindings/go/operations_*.go"),
];

/// Writes the files that are not as they should be, or only looks; gives their names.
pub fn run(root: &Path, check: bool) -> Result<Vec<String>, String> {
    let mut stale = Vec::new();
    let mut keep = |file: &str, text: &str| {
        let path = root.join(file);
        if fs::read_to_string(&path).ok().as_deref() == Some(text) {
            return Ok(());
        }
        stale.push(file.to_owned());
        if check {
            return Ok(());
        }
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, text))
            .map_err(|problem| format!("{file}: {problem}"))
    };
    let templates = templates(root);
    let rendered = |template: &str, context: &minijinja::Value| {
        templates
            .get_template(template)
            .and_then(|template| template.render(context))
            .map_err(|problem| format!("{problem:#}"))
    };
    let with_parts = |file: &str, of_file: &[(&str, Between)], context: &minijinja::Value| {
        let problem_in = |problem: &dyn Display| format!("{file}: {problem}");
        let mut text = fs::read_to_string(root.join(file)).map_err(|problem| problem_in(&problem))?;
        for (template, between) in of_file {
            let part = rendered(template, context)?;
            text = parts::put(&text, template, *between, &part).map_err(|problem| problem_in(&problem))?;
        }
        format::format(root, file, text)
    };
    let described = wrappers::described(root)?;
    let of_wrappers = minijinja::Value::from_serialize(&described);
    for (file, of_file) in PARTS_OF_FFI {
        keep(file, &with_parts(file, of_file, &of_wrappers)?)?;
    }
    let description = abi::read(root)?;
    let json = serde_json::to_string_pretty(&description).expect("the description has no maps");
    keep(DESCRIPTION, &(json.clone() + "\n"))?;
    let described_wrappers = minijinja::Value::from_serialize(wrappers::join(&described, &description)?);
    let described = minijinja::Value::from_serialize(&description);
    let operations = api::read(root)?;
    let described_operations = minijinja::Value::from_serialize(&operations);
    for (file, of_file) in PARTS_OF_WRAPPERS {
        keep(file, &with_parts(file, of_file, &described_wrappers)?)?;
    }
    let mut render = |template: &str, file: &str, context: &minijinja::Value| {
        keep(file, &format::format(root, file, rendered(template, context)?)?)
    };
    for (template, file) in OF_ABI {
        render(template, file, &described)?;
    }
    for (template, file) in OF_WRAPPERS {
        render(template, file, &described_wrappers)?;
    }
    for (template, file) in OF_API {
        render(template, file, &described_operations)?;
    }
    for (template, file) in OF_GROUP {
        for group in &operations.groups {
            let context = minijinja::context! { group, ..described_operations.clone() };
            render(template, &file.replace('*', &group.name), &context)?;
        }
    }
    Ok(stale)
}

fn templates(root: &Path) -> Environment<'static> {
    let folder = root.join("xtask/templates");
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    templates.set_trim_blocks(true);
    templates.set_lstrip_blocks(true);
    templates.set_keep_trailing_newline(true);
    templates.set_loader(
        move |name| match fs::read_to_string(folder.join(format!("{name}.jinja"))) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Ok(None),
        },
    );
    filters::add(&mut templates);
    templates
}
