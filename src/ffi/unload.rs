//! What the library gives back when a program unloads it, as one does with a plugin that links libnango.a.
//!
//! All else belongs to a handle, or lies in the library's own data. The threads of a program may still be in calls when it
//! runs, since a process that exits runs it too: so it takes nothing away that a call might use.

use super::guard;

/// ELF's list of the functions that run when a program or library is unloaded.
#[cfg(all(target_os = "linux", not(test)))]
#[used]
#[unsafe(link_section = ".fini_array")]
static AT_UNLOAD: extern "C" fn() = release;

extern "C" fn release() {
    guard::or((), crate::net::tls::forget_system_trust);
}
