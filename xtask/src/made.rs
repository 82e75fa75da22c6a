//! What is made: the templates, and the file or the part of one that each makes.

use crate::names;
use crate::parts::Between;

/// Each template of the C ABI with the file that it makes.
pub const OF_ABI: &[(&str, &str)] = &[
    ("nango.ffi.h", "include/nango.ffi.h"),
    ("abi.py", "bindings/python/src/nango/_generated/abi.py"),
    ("abi.rs", "fuzz/fuzz_targets/c_abi/abi.rs"),
    ("authmodenames.go", "bindings/go/authmodenames.go"),
    ("nango_names.hpp", "bindings/c/include/nango_names.hpp"),
    ("handles.c", "bindings/ruby/ext/nango/handles.c"),
    ("auth_modes.rb", "bindings/ruby/lib/nango/generated/auth_modes.rb"),
    ("texts.go", "bindings/go/internal/clib/texts.go"),
    ("texts.h", "bindings/go/internal/clib/texts.h"),
    ("functions.h", "tests/c/generated/functions.h"),
    ("modes.h", "tests/c/generated/modes.h"),
    ("not_utf8.h", "tests/c/generated/not_utf8.h"),
    ("null.h", "tests/c/generated/null.h"),
    ("panics.rs", "src/ffi/tests/panics.rs"),
    ("authmode.php", "bindings/php/src/AuthMode.php"),
    ("functions.php", "bindings/php/src/Internal/Functions.php"),
    ("ffifunctions.php", "bindings/php/src/Internal/FfiFunctions.php"),
    (
        "extensionfunctions.php",
        "bindings/php/src/Internal/ExtensionFunctions.php",
    ),
    ("functions_php.h", "bindings/php/ext/functions.h"),
    (
        "Library.java",
        "bindings/java/nango/src/main/java/dev/nango/internal/Library.java",
    ),
    (
        "JnaLibrary.java",
        "bindings/java/nango/src/main/java/dev/nango/internal/JnaLibrary.java",
    ),
    (
        "JnaNatives.java",
        "bindings/java/nango/src/main/java/dev/nango/internal/JnaNatives.java",
    ),
    (
        "FfmLibrary.java",
        "bindings/java/nango/src/main/java22/dev/nango/internal/FfmLibrary.java",
    ),
    (
        "AuthMode.java",
        "bindings/java/nango/src/main/java/dev/nango/AuthMode.java",
    ),
];

/// Each template of the settings of a client and the kinds of errors with the file that it makes.
pub const OF_WRAPPERS: &[(&str, &str)] = &[
    ("clientoptions.go", "bindings/go/clientoptions.go"),
    ("clientoptions_test.go", "bindings/go/clientoptions_test.go"),
    ("names.go", "bindings/go/names.go"),
    ("go_names.rs", "tests/probes/driver/go_names.rs"),
    ("camel_names.rs", "tests/probes/driver/camel_names.rs"),
    (
        "plain_settings.py",
        "bindings/python/src/nango/_generated/plain_settings.py",
    ),
    ("errorkindvalues.go", "bindings/go/errorkindvalues.go"),
    ("errorkinds_test.go", "bindings/go/errorkinds_test.go"),
    ("client.rbs", "bindings/ruby/sig/generated/client.rbs"),
    ("exceptions.rb", "bindings/ruby/lib/nango/generated/exceptions.rb"),
    ("settings.rs", "fuzz/fuzz_targets/c_abi/settings.rs"),
    ("settings.go", "bindings/go/internal/clib/settings.go"),
    ("applysettings.go", "bindings/go/internal/clib/applysettings.go"),
    ("errorkind.php", "bindings/php/src/ErrorKind.php"),
    ("plainsettings.php", "bindings/php/src/Internal/PlainSettings.php"),
    ("exceptionclasses.php", "bindings/php/src/Internal/ExceptionClasses.php"),
    ("names.php", "bindings/php/src/Internal/Names.php"),
    (
        "ErrorKind.java",
        "bindings/java/nango/src/main/java/dev/nango/ErrorKind.java",
    ),
    (
        "Names.java",
        "bindings/java/nango/src/main/java/dev/nango/internal/Names.java",
    ),
];

/// The parts of `src/ffi` that come before all else: abi/nango.json is read from there.
pub const PARTS_OF_FFI: &[(&str, &[(&str, Between)])] = &[("src/ffi/error.rs", &[("error_constants.rs", None)])];

/// Each file that has parts of which templates of the settings and the kinds of errors make one each.
pub const PARTS_OF_WRAPPERS: &[(&str, &[(&str, Between)])] = &[
    ("bindings/c/include/nango_error.hpp", &[("errorkind.hpp", None)]),
    ("bindings/c/include/nango_options.hpp", &[("setters.hpp", None)]),
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
        "bindings/ruby/lib/nango/client.rb",
        &[
            ("plain_settings.rb", None),
            ("client_settings.rb", None),
            ("client_signature.rb", None),
            ("client_passed_on.rb", None),
        ],
    ),
    (
        "src/client/error_kind.rs",
        &[("error_kinds.rs", None), ("error_numbers.rs", None)],
    ),
    (
        "bindings/java/nango/src/main/java/dev/nango/NangoClient.java",
        &[
            ("builder_fields.java", None),
            ("builder_settings.java", None),
            ("builder_apply.java", None),
        ],
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
    (
        "tests/probes/java/dev/nango/probe/Settings.java",
        &[("probe_settings.java", None)],
    ),
    ("bindings/python/README.md", &[("exceptions.md", None)]),
    (
        "bindings/php/src/Client.php",
        &[
            (
                "client_documented.php",
                Some((
                    "     * Settings, of which each has a name:",
                    "     * @throws Exception\\InvalidArgumentException a setting cannot be used; the message names it",
                )),
            ),
            (
                "client_parameters.php",
                Some(("    public function __construct(", "    ) {")),
            ),
            ("client_settings.php", Some(("        $settings = [", "        ];"))),
        ],
    ),
    ("docs/errors.md", &[("errors.md", None)]),
    ("docs/reference/python.md", &[("exceptions_reference.md", None)]),
    ("docs/settings.md", &[("settings.md", None)]),
];

/// Each template of the operations with the file that it makes.
pub const OF_API: &[(&str, &str)] = &[
    ("operations_mod.rs", "src/operations/generated/mod.rs"),
    ("models.rs", "src/operations/generated/models.rs"),
    ("nango_api.h", "include/nango_api.h"),
    ("nango_api.hpp", "bindings/c/include/nango_api.hpp"),
    ("models.py", "bindings/python/src/nango/models.py"),
    ("operations.py", "bindings/python/src/nango/_generated/operations.py"),
    ("client_operations.py", "bindings/python/src/nango/operations.py"),
    ("client_groups.py", "bindings/python/src/nango/_client_groups.py"),
    (
        "async_client_operations.py",
        "bindings/python/src/nango/async_operations.py",
    ),
    (
        "async_client_groups.py",
        "bindings/python/src/nango/_async_client_groups.py",
    ),
    ("models.go", "bindings/go/models.go"),
    ("services.go", "bindings/go/services.go"),
    ("ruby_models.rb", "bindings/ruby/lib/nango/generated/models.rb"),
    ("models.rbs", "bindings/ruby/sig/generated/models.rbs"),
    ("operations.rbs", "bindings/ruby/sig/generated/operations.rbs"),
    ("ruby_groups.rb", "bindings/ruby/lib/nango/generated/groups.rb"),
    ("operations.md", "docs/reference/operations.md"),
    ("probe_operations.rs", "tests/probes/rust/operations.rs"),
    ("probe_operations.h", "tests/probes/c/operations.h"),
    ("probe_operations.hpp", "tests/probes/cpp/operations.hpp"),
    ("calls.py", "tests/probes/python/operations.py"),
    ("calls.rb", "tests/probes/ruby/operations.rb"),
    ("probe_operations.go", "tests/probes/go/operations.go"),
    ("calls.php", "tests/probes/php/operations.php"),
    (
        "probe_operations.java",
        "tests/probes/java/dev/nango/probe/Operations.java",
    ),
    ("emulator_routes.rs", "tests/emulator/src/generated/routes.rs"),
    (
        "Suspending.kt",
        "bindings/java/kotlin/src/main/kotlin/dev/nango/kotlin/Suspending.kt",
    ),
];

/// The parts of files that templates of the operations make.
pub const PARTS_OF_API: &[(&str, &[(&str, Between)])] = &[
    (
        "bindings/java/nango/src/main/java/dev/nango/NangoClient.java",
        &[("client_imports.java", None), ("client_services.java", None)],
    ),
    (
        "bindings/php/src/Client.php",
        &[("client_groups.php", None), ("client_groups_made.php", None)],
    ),
];

/// A template of what has a file each, that file, and what `*` in its name is for a name in the description.
pub type Each = (&'static str, &'static str, fn(&str) -> String);

/// Of one group of operations.
pub const OF_GROUP: &[Each] = &[
    ("operations.rs", "src/operations/generated/*.rs", str::to_owned),
    ("operations.go", "bindings/go/operations_*.go", str::to_owned),
    (
        "ruby_operations.rb",
        "bindings/ruby/lib/nango/generated/operations_*.rb",
        str::to_owned,
    ),
    ("group.php", "bindings/php/src/Operation/*.php", names::camel),
    (
        "Service.java",
        "bindings/java/nango/src/main/java/dev/nango/operations/*Service.java",
        names::camel,
    ),
];

/// Of one operation that has parameters.
pub const OF_OPERATION: &[Each] = &[(
    "Params.java",
    "bindings/java/nango/src/main/java/dev/nango/operations/*Params.java",
    names::camel,
)];

/// Of one model.
pub const OF_MODEL: &[Each] = &[
    ("model.php", "bindings/php/src/Model/*.php", names::php_class),
    (
        "Model.java",
        "bindings/java/nango/src/main/java/dev/nango/models/*.java",
        names::java_model,
    ),
];

/// Of one kind of error that has a class of its own; the name is that of the class in Python.
pub const OF_ERROR: &[Each] = &[
    (
        "exception.php",
        "bindings/php/src/Exception/*.php",
        names::php_exception,
    ),
    (
        "Exception.java",
        "bindings/java/nango/src/main/java/dev/nango/*.java",
        names::exception,
    ),
];
