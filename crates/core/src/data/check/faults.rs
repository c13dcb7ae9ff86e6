//! Collects findings while parts and rows are read.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::area::AreaCode;
use crate::data::finding::{Finding, Reason};
use crate::data::wire::fields::{self, Fields, FromFields, Unread};

/// More findings than anybody reads are counted, not kept: a hostile file could name millions.
const MOST_FINDINGS: usize = 500;

/// The findings of one file so far.
pub(super) struct Faults {
    file: String,
    findings: Vec<Finding>,
    unlisted: usize,
}

/// A record and where it stood: `series, row 12`.
pub(super) struct Row<T> {
    pub(super) at: String,
    pub(super) record: T,
}

impl Faults {
    pub(super) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            findings: Vec::new(),
            unlisted: 0,
        }
    }

    pub(super) fn into_findings(mut self) -> Vec<Finding> {
        if self.unlisted > 0 {
            let count = self.unlisted;
            self.findings
                .push(self.finding("", "", Reason::More { count }));
        }
        self.findings
    }

    pub(super) fn add(&mut self, row: &str, field: &str, reason: Reason) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(self.finding(row, field, reason));
        } else {
            self.unlisted += 1;
        }
    }

    fn finding(&self, row: &str, field: &str, reason: Reason) -> Finding {
        Finding {
            file: self.file.clone(),
            row: row.to_owned(),
            field: field.to_owned(),
            reason,
        }
    }

    /// Cuts a file into its parts.
    pub(super) fn cut<'a>(&mut self, text: &'a str) -> Option<Fields<'a>> {
        Fields::cut(text)
            .map_err(|unread| self.add_unread("", unread))
            .ok()
    }

    /// Reads a part that is one plain value.
    pub(super) fn value<T: DeserializeOwned>(
        &mut self,
        parts: &Fields<'_>,
        part: &str,
    ) -> Option<T> {
        let raw = self.part(parts, part)?;
        fields::read(raw)
            .map_err(|unread| self.add_unread(part, unread))
            .ok()
    }

    /// Reads a part that is one record.
    pub(super) fn record<T: FromFields>(&mut self, parts: &Fields<'_>, part: &str) -> Option<T> {
        let raw = self.part(parts, part)?;
        fields::record(raw)
            .map_err(|unread| self.add_unread(part, unread))
            .ok()
    }

    /// Cuts a part that is one record into its own parts.
    pub(super) fn record_parts<'a>(
        &mut self,
        parts: &Fields<'a>,
        part: &str,
    ) -> Option<Fields<'a>> {
        let raw = self.part(parts, part)?;
        Fields::cut(raw.get())
            .map_err(|unread| self.add_unread(part, unread))
            .ok()
    }

    /// Reads a part that is a list; a row that cannot be read is left out.
    pub(super) fn rows<T: FromFields>(&mut self, parts: &Fields<'_>, part: &str) -> Vec<Row<T>> {
        let mut rows = Vec::new();
        for (at, raw) in self.raw_rows(parts, part) {
            match fields::record(raw) {
                Ok(record) => rows.push(Row { at, record }),
                Err(unread) => self.add_unread(&at, unread),
            }
        }
        rows
    }

    fn raw_rows<'a>(&mut self, parts: &Fields<'a>, part: &str) -> Vec<(String, &'a RawValue)> {
        let Some(raw) = self.part(parts, part) else {
            return Vec::new();
        };
        match fields::rows(raw) {
            Ok(rows) => (1..)
                .zip(rows)
                .map(|(row, raw)| (format!("{part}, row {row}"), raw))
                .collect(),
            Err(unread) => {
                self.add_unread(part, unread);
                Vec::new()
            }
        }
    }

    fn part<'a>(&mut self, parts: &Fields<'a>, part: &str) -> Option<&'a RawValue> {
        let raw = parts.get(part);
        if raw.is_none() {
            self.add(part, "", Reason::PartMissing);
        }
        raw
    }

    fn add_unread(&mut self, row: &str, unread: Unread) {
        let Unread { field, detail } = unread;
        self.add(row, &field, Reason::NotReadable { detail });
    }

    /// A checked code, or a finding.
    pub(super) fn code(&mut self, row: &str, field: &str, text: &str) -> Option<AreaCode> {
        AreaCode::new(text)
            .map_err(|not| self.add(row, field, Reason::NotACode { text: not.0 }))
            .ok()
    }

    /// Whether a key is new; a finding if it stands twice.
    pub(super) fn is_new(
        &mut self,
        seen: &mut BTreeSet<String>,
        row: &str,
        field: &str,
        key: &str,
    ) -> bool {
        let is_new = seen.insert(key.to_owned());
        if !is_new {
            self.add(
                row,
                field,
                Reason::Duplicate {
                    key: key.to_owned(),
                },
            );
        }
        is_new
    }

    /// What a key stands for, or a finding.
    pub(super) fn known<T>(
        &mut self,
        found: Option<T>,
        (row, field): (&str, &str),
        key: &str,
        expected: &'static str,
    ) -> Option<T> {
        if found.is_none() {
            self.add(
                row,
                field,
                Reason::UnknownKey {
                    key: key.chars().take(60).collect(),
                    expected,
                },
            );
        }
        found
    }
}
