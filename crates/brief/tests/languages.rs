//! Every language has every message, with the same variables, and every message is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use entente_brief::Lang;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// Messages and the variables of each.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn messages(lang: Lang) -> Messages {
    let resource = parse(lang.messages())
        .unwrap_or_else(|(_, errors)| panic!("{}.ftl: {errors:?}", lang.code()));
    let mut messages = Messages::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut variables = BTreeSet::new();
            in_pattern(
                message.value.as_ref().expect("a message has a value"),
                &mut variables,
            );
            let before = messages.insert(message.id.name.to_owned(), variables);
            assert!(
                before.is_none(),
                "{} is twice in {}.ftl",
                message.id.name,
                lang.code()
            );
        }
    }
    messages
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            for variant in variants {
                in_pattern(&variant.value, variables);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                in_inline(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

/// Variables that one language needs to choose a form, and another may do without.
const MAY_BE_UNUSED: [(&str, &str); 5] = [
    ("summit-ordinal", "series"),
    ("summit-ordinal", "roman"),
    ("state-the", "state"),
    ("state-of", "state"),
    ("state-to", "state"),
];

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages(Lang::default());
    for lang in Lang::all() {
        let these = messages(lang);
        let missing: Vec<&String> = english.keys().filter(|k| !these.contains_key(*k)).collect();
        let surplus: Vec<&String> = these.keys().filter(|k| !english.contains_key(*k)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{}: missing {missing:?}, surplus {surplus:?}",
            lang.code()
        );
        for (id, variables) in &these {
            let differing: Vec<&String> = variables
                .symmetric_difference(&english[id])
                .filter(|v| !MAY_BE_UNUSED.contains(&(id.as_str(), v.as_str())))
                .collect();
            assert!(
                differing.is_empty() || id.starts_with("state-"),
                "{}: {id} differs in {differing:?}",
                lang.code()
            );
        }
    }
}

/// All program text that can name a message.
fn sources() -> String {
    fn read(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                into.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    read(&home.join("src"), &mut text);
    read(&home.join("../assessment/src"), &mut text);
    read(&home.join("../cli/src"), &mut text);
    text
}

#[test]
fn every_message_is_used() {
    let text = sources();
    let named: BTreeSet<&str> = text.split('"').collect();
    // A note is named without its part, a table by its own name.
    let tables: BTreeSet<String> = entente_evidence::TableId::ALL
        .iter()
        .map(|t| format!("table-{}", t.as_str().replace('_', "-")))
        .collect();
    let used = |id: &str| {
        named.contains(id)
            || tables.contains(id)
            || ["-selection", "-method", "-caveat"].iter().any(|part| {
                id.strip_suffix(part)
                    .is_some_and(|note| named.contains(note))
            })
    };
    let unused: Vec<String> = messages(Lang::default())
        .into_keys()
        .filter(|id| !used(id))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn every_message_that_the_program_names_is_there() {
    let text = sources();
    let known = messages(Lang::default());
    let mut asked = BTreeSet::new();
    for call in text.split("say!(").skip(1) {
        // The second argument, where it is a literal.
        let Some((_, rest)) = call.split_once(',') else {
            continue;
        };
        if let Some(id) = rest
            .trim_start()
            .strip_prefix('"')
            .and_then(|r| r.split('"').next())
        {
            asked.insert(id);
        }
    }
    assert!(asked.len() > 100, "{}", asked.len());
    let missing: Vec<&&str> = asked
        .iter()
        .filter(|id| !known.contains_key(**id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
