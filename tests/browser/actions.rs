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

impl Point {
    /// Where the mouse points at nothing of the page.
    pub const NOWHERE: Self = Self { x_px: 1, y_px: 1 };

    /// The point so much farther right and down.
    #[must_use]
    pub fn moved(self, right_px: i64, down_px: i64) -> Self {
        Self {
            x_px: self.x_px + right_px,
            y_px: self.y_px + down_px,
        }
    }
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

    /// Presses one key while another is held down.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn press_with(&self, held: Key, key: Key) -> Outcome {
        let stroke =
            |kind: &str, key: Key| json!({ "type": kind, "value": char::from(key).to_string() });
        let strokes = [
            stroke("keyDown", held),
            stroke("keyDown", key),
            stroke("keyUp", key),
            stroke("keyUp", held),
        ];
        self.act(json!([{ "type": "key", "id": "keys", "actions": strokes }]))
            .await
    }

    /// Moves the mouse there, pressing nothing.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn hover_at(&self, point: Point) -> Outcome {
        self.act(json!([pointer("mouse", "mouse", &[move_to(point, 0)])]))
            .await
    }

    /// Pulls with the mouse from a point to another, in a few steps.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn drag(&self, from: Point, to: Point) -> Outcome {
        self.act(json!([pointer("mouse", "mouse", &pull(from, to))]))
            .await
    }

    /// Pulls with one finger from a point to another, in a few steps.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn swipe(&self, from: Point, to: Point) -> Outcome {
        self.act(json!([pointer("finger", "touch", &pull(from, to))]))
            .await
    }

    /// Turns the wheel over a point; positive scrolls down.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn wheel_at(&self, point: Point, down_px: i64) -> Outcome {
        let turn = json!({
            "type": "scroll",
            "origin": "viewport",
            "duration": 0,
            "x": point.x_px,
            "y": point.y_px,
            "deltaX": 0,
            "deltaY": down_px,
        });
        self.act(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }]))
            .await
    }

    /// Clicks with the mouse.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn click_at(&self, point: Point) -> Outcome {
        self.act(json!([pointer("mouse", "mouse", &press_at(point))]))
            .await
    }

    /// Taps with one finger.
    ///
    /// # Errors
    /// When the driver says no.
    pub async fn tap_at(&self, point: Point) -> Outcome {
        self.act(json!([pointer("finger", "touch", &press_at(point))]))
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
            let steps = [
                move_to(at(10), 0),
                down(),
                move_to(at(25), 60),
                move_to(at(45), 60),
                up(),
            ];
            pointer(id, "touch", &steps)
        };
        self.act(json!([finger("left", -1), finger("right", 1)]))
            .await
    }

    async fn act(&self, sequences: Value) -> Outcome {
        let body = json!({ "actions": sequences });
        self.command("actions", body).await.map(drop)
    }
}

fn pointer(id: &str, kind: &str, steps: &[Value]) -> Value {
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

fn pull(from: Point, to: Point) -> Vec<Value> {
    let half = Point {
        x_px: i64::midpoint(from.x_px, to.x_px),
        y_px: i64::midpoint(from.y_px, to.y_px),
    };
    vec![
        move_to(from, 0),
        down(),
        move_to(half, 60),
        move_to(to, 60),
        up(),
    ]
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
