//! Keys, mouse and fingers, as the browser gets them from a person.
//!
//! Points are CSS pixels from the upper left corner of the window, whole ones: not every driver
//! takes fractions.

use super::{failure::Outcome, window::Window};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// A point in the window, in CSS pixels.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// From the left.
    pub x_px: i64,
    /// From the top.
    pub y_px: i64,
}

impl Window {
    /// Presses one key, wherever the keyboard is.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn press(&self, key: Key) -> Outcome {
        self.type_text(&char::from(key).to_string()).await
    }

    /// Types text, wherever the keyboard is.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn type_text(&self, text: &str) -> Outcome {
        let strokes = text.chars().flat_map(|c| {
            ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": c.to_string() }))
        });
        let strokes: Vec<Value> = strokes.collect();
        self.act(json!([{ "type": "key", "id": "keys", "actions": strokes }]))
            .await
    }

    /// Clicks with the mouse.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn click_at(&self, point: Point) -> Outcome {
        self.act(json!([pointer("mouse", "mouse", press_at(point))]))
            .await
    }

    /// Taps with one finger.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn tap_at(&self, point: Point) -> Outcome {
        self.act(json!([pointer("finger", "touch", press_at(point))]))
            .await
    }

    /// Spreads two fingers around a point.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn spread_at(&self, point: Point) -> Outcome {
        let finger = |id: &str, side: i64| {
            let at = |distance_px: i64| Point {
                x_px: point.x_px + side * distance_px,
                y_px: point.y_px,
            };
            let steps = vec![
                move_to(at(10), 0),
                down(),
                move_to(at(25), 60),
                move_to(at(45), 60),
                up(),
            ];
            pointer(id, "touch", steps)
        };
        self.act(json!([finger("left", -1), finger("right", 1)]))
            .await
    }

    async fn act(&self, sequences: Value) -> Outcome {
        let body = json!({ "actions": sequences });
        self.command("actions", body).await.map(drop)
    }
}

fn pointer(id: &str, kind: &str, steps: Vec<Value>) -> Value {
    json!({
        "type": "pointer",
        "id": id,
        "parameters": { "pointerType": kind },
        "actions": steps,
    })
}

fn press_at(point: Point) -> Vec<Value> {
    vec![move_to(point, 0), down(), up()]
}

fn move_to(point: Point, milliseconds: u32) -> Value {
    json!({
        "type": "pointerMove",
        "origin": "viewport",
        "duration": milliseconds,
        "x": point.x_px,
        "y": point.y_px,
    })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}
