//! What C must say of the formats is tested against C in the package `tests`.

use super::*;

const WIDE: [Format; 2] = [Format::Extended, Format::Quadruple];

#[test]
fn every_kind_of_double_survives_the_wider_formats() {
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut values = vec![
        0.0,
        -0.0,
        1.0,
        f64::MIN_POSITIVE,
        f64::MAX,
        f64::MIN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::from_bits(1),
        f64::from_bits((1 << 52) - 1),
    ];
    for _ in 0..100_000 {
        random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        values.push(f64::from_bits(random));
        values.push(f64::from_bits(random & !(0x7ff << 52)));
    }
    for value in values {
        for format in [Format::Extended, Format::Quadruple, Format::Double] {
            let back = format.decode(format.encode(value));
            match value.is_nan() {
                true => assert!(back.is_nan(), "{format:?} {value}"),
                false => assert_eq!(back.to_bits(), value.to_bits(), "{format:?} {value}"),
            }
        }
    }
}

#[test]
fn halves_round_to_the_even_neighbour() {
    for format in WIDE {
        let one = format.encode(1.0);
        // One unit of the last place of a `double`.
        let unit = format.encode(1.0 + f64::EPSILON) - one;
        let check = |bits: u128, expected: f64| {
            assert_eq!(format.decode(bits).to_bits(), expected.to_bits(), "{format:?} {bits:#x}");
        };
        check(one + unit / 2, 1.0);
        check(one + unit / 2 + 1, 1.0 + f64::EPSILON);
        check(one + unit + unit / 2 - 1, 1.0 + f64::EPSILON);
        check(one + unit + unit / 2, 1.0 + 2.0 * f64::EPSILON);
    }
}

#[test]
fn what_no_double_holds_becomes_infinite_or_zero() {
    for format in WIDE {
        let max = format.encode(f64::MAX);
        let unit = max - format.encode(f64::from_bits(f64::MAX.to_bits() - 1));
        assert_eq!(format.decode(max + unit / 2 - 1), f64::MAX, "{format:?}");
        assert_eq!(format.decode(max + unit / 2), f64::INFINITY, "{format:?}");
        let least = format.encode(f64::from_bits(1));
        let exponent = match format {
            Format::Extended => 1 << 64,
            Format::Quadruple | Format::Double => 1 << 112,
        };
        // Half of the least `double` is a tie, which zero wins.
        assert_eq!(format.decode(least - exponent).to_bits(), 0, "{format:?}");
        assert_eq!(format.decode(least - exponent + 1).to_bits(), 1, "{format:?}");
        assert_eq!(format.decode(least - 2 * exponent).to_bits(), 0, "{format:?}");
    }
}

#[test]
fn order_is_that_of_the_numbers() {
    let ordered = [f64::NEG_INFINITY, -1.5, -1e-310, 0.0, f64::MIN_POSITIVE, 1.0, 1.5, f64::INFINITY];
    for (index, a) in ordered.iter().enumerate() {
        for (other, b) in ordered.iter().enumerate() {
            let (a, b) = (LongDouble::from_f64(*a), LongDouble::from_f64(*b));
            assert_eq!(a.partial_cmp(&b), Some(index.cmp(&other)));
        }
    }
    assert_eq!(LongDouble::from_f64(-0.0), LongDouble::from_f64(0.0));
    assert_ne!(LongDouble::from_f64(f64::NAN), LongDouble::from_f64(f64::NAN));
}
