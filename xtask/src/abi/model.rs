//! The C ABI as abi/nango.json describes it. abi/README.md says what each member means.

use serde::Serialize;

#[derive(Default, Serialize)]
pub struct Abi {
    /// The number in the SONAME.
    pub abi: i64,
    /// In the order of the header.
    pub sections: Vec<Section>,
    /// Opaque handles.
    pub types: Vec<Handle>,
    pub enumerations: Vec<Enumeration>,
    /// Macros that belong to no enumeration.
    pub constants: Vec<Constant>,
    pub callbacks: Vec<Callback>,
    pub functions: Vec<Function>,
}

#[derive(Serialize)]
pub struct Section {
    /// The file in src/ffi.
    pub name: String,
    pub title: String,
}

#[derive(Serialize)]
pub struct Handle {
    pub name: String,
    pub section: String,
    pub docs: String,
    /// The function that frees one; absent if all are borrowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<String>,
}

#[derive(Serialize)]
pub struct Enumeration {
    pub name: String,
    pub section: String,
    pub docs: String,
    pub c_type: String,
    /// Whether the header has a type of that name.
    pub is_type: bool,
    /// Whether a later library may give a number that is not listed.
    pub open: bool,
    pub prefix: String,
    pub constants: Vec<Constant>,
}

#[derive(Clone, Serialize)]
pub struct Constant {
    pub name: String,
    pub value: i64,
    pub since: String,
    pub docs: String,
}

#[derive(Serialize)]
pub struct Callback {
    pub name: String,
    pub section: String,
    pub docs: String,
    /// The thread that it runs on: always the one that makes the call.
    pub thread: &'static str,
    pub parameters: Vec<Parameter>,
    pub returns: Option<Returned>,
}

#[derive(Clone, Serialize)]
pub struct Function {
    pub name: String,
    pub section: String,
    pub since: String,
    pub docs: String,
    /// Whether it may wait, for the network or a lock, or take long.
    pub blocks: bool,
    pub parameters: Vec<Parameter>,
    pub returns: Option<Returned>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A NUL-terminated string in UTF-8.
    Text,
    /// Such a string that holds JSON.
    Json,
    /// Memory with a length.
    Bytes,
    Handle,
    Number,
    /// A number: 0 is no, anything else yes.
    Flag,
    Callback,
    /// A pointer of the program's, which its callback gets back.
    UserData,
}

#[derive(Clone, Serialize)]
pub struct Type {
    pub c_type: String,
    pub kind: Kind,
    /// The C type of a number, or of what a pointer to numbers points to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enumeration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub callback: Option<String>,
}

#[derive(Clone, Serialize)]
pub struct Parameter {
    pub name: String,
    #[serde(flatten)]
    pub value: Type,
    /// `in`, or `out` if the function writes through the pointer.
    pub direction: &'static str,
    /// Of pointers: whether NULL has a meaning. Otherwise it is an invalid argument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub may_be_null: Option<bool>,
    /// Of pointers: `borrowed` for the call, `kept` until the first parameter is freed, or `owned` by whom it is given to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ownership: Option<&'static str>,
    /// Of bytes and arrays: the parameter that says how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// Of handles that the caller comes to own: what frees them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<String>,
}

#[derive(Clone, Serialize)]
pub struct Returned {
    #[serde(flatten)]
    pub value: Type,
    /// Of pointers: `owned`, `borrowed`, or `static`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ownership: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<String>,
    /// The parameter that what is borrowed lives as long as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub borrowed_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// What says that there is nothing, or that it failed; absent if nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absent: Option<String>,
    /// What a fault inside the library makes of it, where that is another value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_fault: Option<String>,
}
