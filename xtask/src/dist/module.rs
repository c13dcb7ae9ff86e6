//! Small changes to a WebAssembly module that no tool makes for us: what it calls its imports and
//! exports, and what it says of itself.

use crate::error::{Error, Result};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Where the linker says which features the module uses, and how its functions are called.
const NOTES: [&str; 2] = ["target_features", "name"];
/// How wasm-bindgen's own names begin.
const BINDGEN_NAME: &str = "__wb";

/// The module without what it says of itself. By the list of features wasm-bindgen would keep
/// references to objects of the browser in a table, whose code is larger than that of an array in
/// JavaScript.
///
/// # Errors
/// [`Error::Page`] when it is no module.
pub fn without_notes(bytes: &[u8]) -> Result<Vec<u8>> {
    rewrite(bytes, |payload, _| {
        Ok(matches!(payload, Payload::CustomSection(section) if NOTES.contains(&section.name())))
    })
}

/// The module with short names for what it shares with its JavaScript, and without exports that
/// the JavaScript does not name; and the short names by the long ones, to be put there too.
///
/// Bindgen's names carry a hash each, which no compression makes small.
///
/// # Errors
/// [`Error::Page`] when it is no module.
pub fn with_short_names(
    bytes: &[u8],
    javascript: &str,
) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let named: BTreeSet<&str> = words(javascript)
        .filter(|(is_word, _)| *is_word)
        .map(|(_, word)| word)
        .collect();
    let mut short = BTreeMap::new();
    let mut shorten = |name: &str| -> String {
        if !name.starts_with(BINDGEN_NAME) {
            return name.to_owned();
        }
        let count = short.len();
        short
            .entry(name.to_owned())
            .or_insert_with(|| short_name(count))
            .clone()
    };
    let module = rewrite(bytes, |payload, module| {
        match payload {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.clone().into_imports() {
                    let import = import.map_err(unknown)?;
                    let kind = EntityType::try_from(import.ty).map_err(unknown)?;
                    section.import(import.module, &shorten(import.name), kind);
                }
                module.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports.clone() {
                    let export = export.map_err(unknown)?;
                    if named.contains(export.name) {
                        let kind = ExportKind::from(export.kind);
                        section.export(&shorten(export.name), kind, export.index);
                    }
                }
                module.section(&section);
            }
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok((module, short))
}

/// The text with each of these words, where it is a whole word, put in place of another.
pub fn renamed(javascript: &str, names: &BTreeMap<String, String>) -> String {
    words(javascript)
        .map(|(_, word)| names.get(word).map_or(word, String::as_str))
        .collect()
}

/// The module with each section that `change` says it has seen to left out: it may write another.
fn rewrite(
    bytes: &[u8],
    mut change: impl FnMut(&Payload, &mut Module) -> Result<bool>,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(unknown)?;
        if change(&payload, &mut module)? {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let start = usize::try_from(range.start).map_err(unknown)?;
            let end = usize::try_from(range.end).map_err(unknown)?;
            let data = bytes.get(start..end).unwrap_or_default();
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

fn unknown(reason: impl Display) -> Error {
    Error::Page(format!("the module cannot be read: {reason}"))
}

/// `a` to `z`, then `a0`, `b0` and so on.
fn short_name(count: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(count % 26).unwrap_or_default());
    match count / 26 {
        0 => letter.to_string(),
        turn => format!("{letter}{}", turn - 1),
    }
}

/// The text in pieces, and of each whether it is a word as JavaScript has them.
fn words(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = is_of_word(rest.chars().next()?);
        let length = rest
            .find(|letter| is_of_word(letter) != is_word)
            .unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(length);
        rest = tail;
        Some((is_word, piece))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, CustomSection, Function, FunctionSection, TypeSection};

    /// One import, one function exported under three names, and the list of features.
    fn sample() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import(
            "./app_bg.js",
            "__wbg_now_0123456789abcdef",
            EntityType::Function(0),
        );
        module.section(&imports);
        let mut functions = FunctionSection::new();
        functions.function(0);
        module.section(&functions);
        let mut exports = ExportSection::new();
        for name in ["main", "__wbindgen_start", "unused"] {
            exports.export(name, ExportKind::Func, 1);
        }
        module.section(&exports);
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        module.section(&code);
        module.section(&CustomSection {
            name: NOTES[0].into(),
            data: [0].as_slice().into(),
        });
        module.finish()
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        rewrite(bytes, |payload, _| {
            match payload {
                Payload::ImportSection(imports) => names.extend(
                    imports
                        .clone()
                        .into_imports()
                        .map(|import| import.unwrap().name.to_owned()),
                ),
                Payload::ExportSection(exports) => {
                    names.extend(
                        exports
                            .clone()
                            .into_iter()
                            .map(|e| e.unwrap().name.to_owned()),
                    );
                }
                Payload::CustomSection(section) => names.push(section.name().to_owned()),
                _ => {}
            }
            Ok(false)
        })
        .unwrap();
        names
    }

    #[test]
    fn what_it_says_of_itself_goes_and_nothing_else() {
        let slim = without_notes(&sample()).unwrap();
        assert_eq!(names(&slim), names(&sample())[..4]);
        assert_eq!(without_notes(&slim).unwrap(), slim);
        assert!(without_notes(b"no module").is_err());
    }

    #[test]
    fn names_are_short_on_both_sides_and_the_unnamed_is_not_exported() {
        let glue =
            "x={__wbg_now_0123456789abcdef:f};w.__wbindgen_start();w.main();my__wbindgen_start";
        let (module, short) = with_short_names(&sample(), glue).unwrap();
        assert_eq!(names(&module), ["a", "main", "b", NOTES[0]]);
        assert_eq!(
            renamed(glue, &short),
            "x={a:f};w.b();w.main();my__wbindgen_start"
        );
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        let names: BTreeSet<String> = (0..500).map(short_name).collect();
        assert_eq!(names.len(), 500);
    }
}
