//! A table as the bytes of a Parquet file, and back.

use std::mem::size_of;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use bytes::Bytes;
use entente_doors::read::grouped;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::arrow::{ArrowWriter, ProjectionMask};
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::metadata::ParquetMetaData;
use parquet::file::properties::WriterProperties;
use parquet::schema::types::{ColumnPath, SchemaDescriptor};

use crate::error::EvidenceError;
use crate::record::{Record, TableId};
use crate::{guard, numbers, pages};

/// Rows decoded at a time: small enough for a batch's columns to stay in the processor's cache.
const BATCH: usize = 8_192;

/// Rows for which room is made at once.
const MOST_AT_ONCE: usize = 1 << 20;

/// The most rows that a table may have. The record of all votes of the General Assembly has one million.
const MOST_ROWS: u64 = 50_000_000;

/// The most bytes that the rows of a table may take in memory, texts included: 4 GiB.
const MOST_MEMORY: u64 = 4 << 30;

/// What a batch may take where every text in it were the longest that the file can hold: 128 MiB.
const MOST_OF_A_BATCH: u64 = 128 << 20;

/// The most bytes of a table's file: 2 GiB.
pub(crate) const MOST_OF_A_FILE: u64 = 2 << 30;

/// Reads a table from the bytes of a Parquet file, whoever wrote it. `place` is what errors call it.
///
/// Columns that the table does not have are passed over. Texts are as they stand in the file.
///
/// # Errors
/// If the file is damaged or is another table, or would take more memory than a table may.
pub fn parquet_rows<R: Record>(place: &str, bytes: Bytes) -> Result<Vec<R>, EvidenceError> {
    // The format's reader has arithmetic that damaged bytes can make overflow, on which it panics.
    let read = guard::caught(|| decode(place, bytes, Trust::None));
    read.unwrap_or_else(|| {
        Err(EvidenceError::Parquet {
            place: place.to_owned(),
            reason: "its bytes make no sense to the reader of the format".to_owned(),
        })
    })
}

/// Reads a table that is part of the program.
pub(crate) fn embedded_rows<R: Record>(
    place: &str,
    bytes: &'static [u8],
) -> Result<Vec<R>, EvidenceError> {
    decode(place, Bytes::from_static(bytes), Trust::Ours)
}

#[derive(Clone, Copy, PartialEq)]
enum Trust {
    /// Anybody may have written it, to do harm too.
    None,
    /// We have.
    Ours,
}

fn decode<R: Record>(place: &str, bytes: Bytes, trust: Trust) -> Result<Vec<R>, EvidenceError> {
    let fault = |reason: String| EvidenceError::Parquet {
        place: place.to_owned(),
        reason,
    };
    if trust == Trust::None && !pages::ends_soundly(&bytes) {
        return Err(fault("its end is damaged".to_owned()));
    }
    // Types are those of Parquet itself: what other programs note beside them differs from one to the next.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(bytes.clone(), options)
        .map_err(|e| fault(e.to_string()))?;
    let total = rows_within_limits::<R>(builder.metadata()).map_err(fault)?;
    let columns = columns::<R>(builder.parquet_schema()).map_err(fault)?;
    let batch_size = match trust {
        Trust::Ours => BATCH,
        Trust::None => {
            let longest = pages::largest_of_texts(&bytes, builder.metadata(), &columns);
            batch_size(longest.map_err(fault)?)
        }
    };
    let mask = ProjectionMask::leaves(builder.parquet_schema(), columns);
    let reader = builder
        .with_projection(mask)
        .with_batch_size(batch_size)
        .build()
        .map_err(|e| fault(e.to_string()))?;
    let mut rows = Vec::with_capacity(total.min(MOST_AT_ONCE));
    let schema = R::schema();
    let mut memory = memory_of_rows::<R>(total);
    for batch in reader {
        let batch = batch.map_err(|e| fault(e.to_string()))?;
        memory += texts_of(&batch);
        if memory > MOST_MEMORY {
            return Err(fault(too_much(memory)));
        }
        rows.try_reserve(batch.num_rows())
            .map_err(|_| fault("there is not enough memory for its rows".to_owned()))?;
        let batch = numbers::in_types_of(&schema, batch);
        R::read(&numbers::with_later_columns(&schema, batch), &mut rows)?;
    }
    Ok(rows)
}

/// How many rows the file says it has, if that is not too many.
fn rows_within_limits<R: Record>(metadata: &ParquetMetaData) -> Result<usize, String> {
    let said = metadata.file_metadata().num_rows();
    let groups = metadata.row_groups().iter().try_fold(0u64, |sum, g| {
        sum.checked_add(u64::try_from(g.num_rows()).ok()?)
    });
    let Some(rows) = groups.filter(|n| u64::try_from(said) == Ok(*n)) else {
        return Err(format!(
            "its header says {said} rows, and its parts say otherwise"
        ));
    };
    if rows > MOST_ROWS {
        return Err(format!(
            "its header says {} rows, and a table may have {} at most",
            grouped(rows),
            grouped(MOST_ROWS)
        ));
    }
    let rows = usize::try_from(rows).map_err(|_| too_much(u64::MAX))?;
    match memory_of_rows::<R>(rows) {
        memory if memory > MOST_MEMORY => Err(too_much(memory)),
        _ => Ok(rows),
    }
}

fn memory_of_rows<R>(rows: usize) -> u64 {
    (rows as u64).saturating_mul(size_of::<R>() as u64)
}

fn too_much(memory: u64) -> String {
    format!(
        "its rows would take {} bytes of memory, and a table may take {} at most",
        grouped(memory),
        grouped(MOST_MEMORY)
    )
}

/// The bytes of a batch's texts.
fn texts_of(batch: &RecordBatch) -> u64 {
    let text = |column: &&std::sync::Arc<dyn Array>| *column.data_type() == DataType::Utf8;
    batch
        .columns()
        .iter()
        .filter(text)
        .map(|column| column.as_string::<i32>().values().len() as u64)
        .sum()
}

/// Rows to decode at a time, where a text has so many bytes at most.
fn batch_size(longest: u64) -> usize {
    let rows = MOST_OF_A_BATCH / longest.max(1);
    usize::try_from(rows).unwrap_or(BATCH).clamp(1, BATCH)
}

/// Which columns of a file are the table's.
fn columns<R: Record>(schema: &SchemaDescriptor) -> Result<Vec<usize>, String> {
    let ours = R::schema();
    let mut columns = Vec::new();
    for (place, column) in schema.columns().iter().enumerate() {
        let path = column.path().parts();
        let Some(name) = path
            .first()
            .filter(|name| ours.field_with_name(name).is_ok())
        else {
            continue;
        };
        if path.len() > 1 || column.max_rep_level() > 0 {
            return Err(format!("column `{name}` holds lists or groups, not values"));
        }
        columns.push(place);
    }
    Ok(columns)
}

/// A table as the bytes of a Parquet file.
///
/// # Errors
/// What the Parquet writer says, as text.
pub fn parquet_bytes<R: Record>(rows: &[R]) -> Result<Vec<u8>, String> {
    let mut properties = WriterProperties::builder()
        .set_created_by("entente".to_owned())
        .set_compression(Compression::ZSTD(
            ZstdLevel::try_new(19).map_err(|e| e.to_string())?,
        ));
    // Long runs of rising numbers: differences take fewer bits than a dictionary.
    for column in ["rcid", "ccode2", "year", "igos"] {
        if matches!(R::TABLE, TableId::Vote | TableId::JointIgo) {
            properties = properties
                .set_column_dictionary_enabled(ColumnPath::from(column), false)
                .set_column_encoding(ColumnPath::from(column), Encoding::DELTA_BINARY_PACKED);
        }
    }
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, R::schema(), Some(properties.build()))
        .map_err(|e| e.to_string())?;
    let batch = R::write(rows).map_err(|e| e.to_string())?;
    writer.write(&batch).map_err(|e| e.to_string())?;
    writer.close().map_err(|e| e.to_string())?;
    Ok(out)
}
