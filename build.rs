//! Packs Mozilla's certificate authorities. With the feature `capi`: writes include/nango.h and sets the SONAME of
//! libnango.so.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    roots::pack();
    #[cfg(feature = "capi")]
    {
        header::write();
        link::name_the_library();
    }
}

/// Mozilla's authorities, which only a system without its own needs: compressed they take half, and no pointer that the
/// loader would have to set in every process.
mod roots {
    use std::path::PathBuf;
    use std::{env, fs};

    /// How hard to compress: 0 to 10.
    const LEVEL: u8 = 10;

    /// Each authority as three texts with their lengths before them: subject, public key, and constraints or nothing.
    pub(super) fn pack() {
        let mut plain = Vec::new();
        for root in webpki_roots::TLS_SERVER_ROOTS {
            let constraints = root.name_constraints.as_deref().unwrap_or_default();
            for part in [&root.subject, &root.subject_public_key_info, constraints] {
                let length = u16::try_from(part.len()).expect("a part of a certificate is short");
                plain.extend_from_slice(&length.to_be_bytes());
                plain.extend_from_slice(part);
            }
        }
        let packed = miniz_oxide::deflate::compress_to_vec(&plain, LEVEL);
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
        fs::write(out.join("roots.bin"), packed).expect("OUT_DIR can be written");
    }
}

#[cfg(feature = "capi")]
mod header {
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    /// The files of src/ffi in the order of the header. A function that frees a type comes before one that returns it,
    /// since `NANGO_OWNED` names it: so each type's file begins with its free function.
    const SECTIONS: [&str; 15] = [
        "version",
        "callback",
        "value",
        "error",
        "client_options",
        "client",
        "cancel",
        "call_options",
        "connection",
        "credentials",
        "request",
        "response",
        "pages",
        "queue",
        "webhook",
    ];

    /// Writes the header to OUT_DIR, for the test that compares, and to include/ in a checkout, if it differs there.
    pub(super) fn write() {
        let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
        println!("cargo::rerun-if-changed=src/ffi");
        println!("cargo::rerun-if-changed=cbindgen.toml");
        println!("cargo::rerun-if-changed=include/nango.h");
        let header = generate(&root);
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
        fs::write(out.join("nango.h"), &header).expect("OUT_DIR can be written");
        // A packaged source must not be changed: `cargo package` and `cargo vendor` leave these next to the manifest.
        let is_package = ["Cargo.toml.orig", ".cargo-checksum.json"]
            .iter()
            .any(|name| root.join(name).exists());
        let committed = root.join("include/nango.h");
        if !is_package && fs::read_to_string(&committed).ok().as_deref() != Some(&header) {
            fs::create_dir_all(root.join("include")).expect("include/ can be made");
            fs::write(&committed, &header).expect("include/nango.h can be written");
        }
    }

    /// The preamble, then one section a file: a single run of cbindgen would sort everything by its kind.
    fn generate(root: &Path) -> String {
        let ffi = root.join("src/ffi");
        let preamble = fs::read_to_string(ffi.join("preamble.h")).expect("src/ffi/preamble.h can be read");
        let sections = SECTIONS.map(|name| section(root, &ffi.join(name).with_extension("rs")));
        let end = "#ifdef __cplusplus\n} /* extern \"C\" */\n#endif\n\n#endif /* NANGO_H */\n";
        format!("{preamble}\n{}\n{end}", sections.join("\n"))
    }

    fn section(root: &Path, file: &Path) -> String {
        let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).expect("cbindgen.toml is valid");
        let mut text = Vec::new();
        cbindgen::Builder::new()
            .with_config(config)
            .with_src(file)
            .generate()
            .expect("cbindgen reads src/ffi")
            .write(&mut text);
        let text = String::from_utf8(text).expect("cbindgen writes UTF-8");
        let text = without_markers(&text);
        let source = fs::read_to_string(file).expect("src/ffi can be read");
        let title = source
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("//! "))
            .expect("a title in the first line");
        let rule = "-".repeat(96 - title.len());
        format!("/* ---- {title} {rule} */\n\n{}\n", text.trim())
    }

    /// Annotations for abi/nango.json that are left out of the header: see abi/README.md.
    fn without_markers(text: &str) -> String {
        let is_marker = |line: &&str| line.trim_start().starts_with("* abi: ");
        text.split_inclusive('\n').filter(|line| !is_marker(line)).collect()
    }
}

#[cfg(feature = "capi")]
mod link {
    use std::env;
    use std::path::PathBuf;

    /// Linux: an SONAME with the number of the ABI, and no unloading, which thread-locals and pooled sockets would not
    /// survive.
    pub(super) fn name_the_library() {
        if env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("linux") {
            return;
        }
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libnango.so.0");
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
        link_soname();
    }

    /// A program that was linked with -lnango looks for libnango.so.0, which cargo does not make: a link next to
    /// libnango.so makes a plain `cargo build --release` enough.
    #[cfg(unix)]
    fn link_soname() {
        let Some(out) = env::var_os("OUT_DIR").map(PathBuf::from) else {
            return;
        };
        // OUT_DIR is <profile>/build/nango-<hash>/out.
        let Some(profile) = out.ancestors().nth(3) else { return };
        let link = profile.join("libnango.so.0");
        if !link.is_symlink() {
            // If cargo keeps OUT_DIR elsewhere, there is nothing to link to.
            let _ = std::os::unix::fs::symlink("libnango.so", link);
        }
    }

    #[cfg(not(unix))]
    fn link_soname() {}
}
