//! Columns of numbers as other programs write them: R knows one type of whole number, pandas writes whole
//! numbers of which one is missing with fractions. Where every value is the same number in the type that the
//! table has, the column is read.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, new_null_array};
use arrow_schema::{DataType, Field, Schema};

/// Columns that tables were given later: a file that is older has none of them.
const LATER: [&str; 1] = ["one_to_four"];

/// The batch with the columns that the table was given later, empty where the file is older.
pub(crate) fn with_later_columns(schema: &Schema, batch: RecordBatch) -> RecordBatch {
    let there = batch.schema();
    let absent = |field: &&Arc<Field>| {
        LATER.contains(&field.name().as_str()) && there.field_with_name(field.name()).is_err()
    };
    let absent: Vec<Arc<Field>> = schema.fields().iter().filter(absent).cloned().collect();
    if absent.is_empty() || batch.num_columns() == 0 {
        return batch;
    }
    let fields: Vec<Arc<Field>> = there.fields().iter().chain(&absent).cloned().collect();
    let empty = absent
        .iter()
        .map(|field| new_null_array(field.data_type(), batch.num_rows()));
    let columns = batch.columns().iter().cloned().chain(empty).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap_or(batch)
}

/// The batch with its columns in the types of a table, where they can be; the others stay as they are.
pub(crate) fn in_types_of(schema: &Schema, batch: RecordBatch) -> RecordBatch {
    let fields = batch.schema();
    let other = |field: &Arc<Field>| {
        let ours = schema.field_with_name(field.name()).ok();
        ours.is_some_and(|ours| ours.data_type() != field.data_type())
    };
    if !fields.fields().iter().any(other) {
        return batch;
    }
    let (fields, columns): (Vec<Field>, Vec<ArrayRef>) = fields
        .fields()
        .iter()
        .zip(batch.columns())
        .map(|(field, column)| {
            let wanted = schema.field_with_name(field.name()).ok();
            let column = wanted
                .and_then(|wanted| converted(column, wanted.data_type()))
                .unwrap_or_else(|| Arc::clone(column));
            let field = Field::new(field.name(), column.data_type().clone(), true);
            (field, column)
        })
        .unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap_or(batch)
}

/// A column of numbers in another type; nothing if one of them is not a number of that type.
fn converted(column: &ArrayRef, wanted: &DataType) -> Option<ArrayRef> {
    let numbers = numbers(column)?;
    match wanted {
        DataType::Int8 => collected::<Int8Type>(numbers, |n| whole(n)?.try_into().ok()),
        DataType::UInt8 => collected::<UInt8Type>(numbers, |n| whole(n)?.try_into().ok()),
        DataType::UInt16 => collected::<UInt16Type>(numbers, |n| whole(n)?.try_into().ok()),
        DataType::UInt32 => collected::<UInt32Type>(numbers, |n| whole(n)?.try_into().ok()),
        DataType::Float64 => collected::<Float64Type>(numbers, Some),
        _ => None,
    }
}

fn collected<T: ArrowPrimitiveType>(
    numbers: Vec<Option<f64>>,
    number: impl Fn(f64) -> Option<T::Native>,
) -> Option<ArrayRef> {
    let values = numbers.into_iter().map(|n| match n {
        None => Some(None),
        Some(n) => number(n).map(Some),
    });
    let array: PrimitiveArray<T> = values.collect::<Option<Vec<_>>>()?.into_iter().collect();
    Some(Arc::new(array))
}

/// A whole number that no type of ours is too small for and a float holds exactly.
fn whole(number: f64) -> Option<i64> {
    let in_range = (-128.0..=f64::from(u32::MAX)).contains(&number);
    (in_range && number.fract() == 0.0).then_some(number as i64)
}

/// The values of a column of numbers; nothing if it holds something else, or one that a float does not hold.
fn numbers(column: &ArrayRef) -> Option<Vec<Option<f64>>> {
    const EXACT: i64 = 1 << 53;
    let exact = |n: i64| (-EXACT..=EXACT).contains(&n).then_some(n as f64);
    match column.data_type() {
        DataType::Int8 => values::<Int8Type>(column, |n| Some(f64::from(n))),
        DataType::Int16 => values::<Int16Type>(column, |n| Some(f64::from(n))),
        DataType::Int32 => values::<Int32Type>(column, |n| Some(f64::from(n))),
        DataType::Int64 => values::<Int64Type>(column, exact),
        DataType::UInt8 => values::<UInt8Type>(column, |n| Some(f64::from(n))),
        DataType::UInt16 => values::<UInt16Type>(column, |n| Some(f64::from(n))),
        DataType::UInt32 => values::<UInt32Type>(column, |n| Some(f64::from(n))),
        DataType::UInt64 => values::<UInt64Type>(column, |n| exact(n.try_into().ok()?)),
        DataType::Float32 => values::<Float32Type>(column, |n| Some(f64::from(n))),
        DataType::Float64 => values::<Float64Type>(column, Some),
        _ => None,
    }
}

fn values<T: ArrowPrimitiveType>(
    column: &ArrayRef,
    number: impl Fn(T::Native) -> Option<f64>,
) -> Option<Vec<Option<f64>>> {
    let values = column.as_primitive::<T>().iter().map(|value| match value {
        None => Some(None),
        Some(value) => number(value).map(Some),
    });
    values.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Float64Array, Int64Array, UInt8Array, UInt16Array};

    fn column(array: impl Array + 'static, wanted: DataType) -> Option<ArrayRef> {
        converted(&(Arc::new(array) as ArrayRef), &wanted)
    }

    #[test]
    fn the_same_numbers_in_another_type() {
        let states = Float64Array::from(vec![Some(2.0), None, Some(70.0)]);
        let read = column(states, DataType::UInt16).unwrap();
        let expected = UInt16Array::from(vec![Some(2), None, Some(70)]);
        assert_eq!(read.as_primitive::<UInt16Type>(), &expected);
        let votes = Int64Array::from(vec![1, 8]);
        let read = column(votes, DataType::UInt8).unwrap();
        assert_eq!(
            read.as_primitive::<UInt8Type>(),
            &UInt8Array::from(vec![1, 8])
        );
    }

    #[test]
    fn a_file_older_than_a_column_has_it_empty() {
        let schema = Schema::new(vec![
            Field::new("year", DataType::UInt16, false),
            Field::new("one_to_four", DataType::Utf8, true),
            Field::new("hst", DataType::UInt32, true),
        ]);
        let year = Arc::new(UInt16Array::from(vec![2012, 2013])) as ArrayRef;
        let old = RecordBatch::try_from_iter([("year", year)]).unwrap();
        let read = with_later_columns(&schema, old);
        assert_eq!(read.num_columns(), 2);
        assert_eq!(read.column_by_name("one_to_four").unwrap().null_count(), 2);
        assert!(read.column_by_name("hst").is_none());
    }

    #[test]
    fn a_number_that_would_change_is_not_read() {
        let fraction = Float64Array::from(vec![2.5]);
        assert!(column(fraction, DataType::UInt16).is_none());
        let large = Int64Array::from(vec![256]);
        assert!(column(large, DataType::UInt8).is_none());
        let larger = Int64Array::from(vec![(1 << 53) + 1]);
        assert!(column(larger, DataType::Float64).is_none());
        let less = Int64Array::from(vec![-1]);
        assert!(column(less, DataType::UInt16).is_none());
    }
}
