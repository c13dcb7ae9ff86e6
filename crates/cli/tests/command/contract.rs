//! Whether an answer has the form that its schema promises. As much of JSON Schema as our own
//! schemas say.

use serde_json::Value;

/// Where the answer is not as promised, each with its place.
pub fn misfits(schema: &Value, answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(schema, schema, answer, "answer", &mut found);
    found
}

fn look(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.strip_prefix('#').unwrap();
        return look(root, root.pointer(pointer).unwrap(), value, at, found);
    }
    if let Some(kind) = schema["type"].as_str() {
        let is_kind = match kind {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "number" => value.is_number(),
            "integer" => value.is_i64() || value.is_u64(),
            other => panic!("{at}: a type {other} that is not looked at here"),
        };
        if !is_kind {
            found.push(format!("{at} is no {kind}"));
        }
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_f64(), value.as_f64())
        && number < least
    {
        found.push(format!("{at} is below {least}"));
    }
    for key in schema["required"].as_array().into_iter().flatten() {
        if value.get(key.as_str().unwrap()).is_none() {
            found.push(format!("{at} has no {key}"));
        }
    }
    for (key, own) in value.as_object().into_iter().flatten() {
        let named = schema["properties"].get(key);
        if let Some(schema) = named.or(schema.get("additionalProperties")) {
            look(root, schema, own, &format!("{at}.{key}"), found);
        }
    }
    if let Some(items) = schema.get("items") {
        for (place, own) in value.as_array().into_iter().flatten().enumerate() {
            look(root, items, own, &format!("{at}[{place}]"), found);
        }
    }
}

#[cfg(test)]
mod can_fail {
    use super::misfits;
    use serde_json::json;

    #[test]
    fn each_promise_is_looked_at() {
        let schema = json!({
            "type": "object",
            "required": ["year", "areas"],
            "properties": {
                "year": {"type": "integer", "minimum": 0},
                "areas": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Area"}},
            },
            "$defs": {"Area": {"type": "array", "items": {"type": "number"}}},
        });
        let sound = json!({"year": 2030, "areas": {"a": [1, 2.5]}, "more": true});
        assert_eq!(misfits(&schema, &sound), Vec::<String>::new());
        for spoilt in [
            json!({"year": 2030}),
            json!({"year": -1, "areas": {}}),
            json!({"year": 2030.5, "areas": {}}),
            json!({"year": 2030, "areas": {"a": [1, "x"]}}),
            json!({"year": 2030, "areas": []}),
        ] {
            assert_eq!(misfits(&schema, &spoilt).len(), 1, "{spoilt}");
        }
    }
}
