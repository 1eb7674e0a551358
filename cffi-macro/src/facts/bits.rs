//! Where the bits of a bitfield stand: bytes of an object in which they alone are set, in.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BitsFact {
    /// What the block says.
    pub(crate) width: u64,
    /// None if the header's field has no bits of its own, or the record is too large to look.
    pub(crate) shape: Option<Shape>,
    /// The header's value may be negative, and the block's type.
    pub(crate) signed: (bool, bool),
    /// The header's field is a `_Bool`, and the block's type.
    pub(crate) boolean: (bool, bool),
}

/// The bits that a field has in the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The first bit, in the order in which the target fills storage.
    pub(crate) position: u64,
    pub(crate) width: u64,
    /// From the value's lowest bits to its highest.
    pub(crate) parts: Vec<BitPart>,
}

/// The bits of a field that lie in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BitPart {
    /// From the start of the record.
    pub(crate) byte: u64,
    /// The lowest bit in the byte.
    pub(crate) low: u32,
    pub(crate) width: u32,
    /// The lowest bit in the value.
    pub(crate) value: u32,
}

/// How a target numbers the bits of a byte, and with them the bytes of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

impl Shape {
    /// Reads a mask; `lowest` has the lowest bit of the field set, and maybe those of others.
    ///
    /// The bits of a byte alone are a field in either order, so the target's own goes first; the other one is that of a
    /// record with `scalar_storage_order`.
    pub(super) fn read(order: Order, mask: &[u8], lowest: &[u8]) -> Option<Shape> {
        let other = match order {
            Order::Little => Order::Big,
            Order::Big => Order::Little,
        };
        Shape::read_in(order, mask, lowest).or_else(|| Shape::read_in(other, mask, lowest))
    }

    fn read_in(order: Order, mask: &[u8], lowest: &[u8]) -> Option<Shape> {
        let set = |bytes: &[u8], number: u64| {
            let (byte, bit) = place(order, number);
            usize::try_from(byte).ok().and_then(|byte| bytes.get(byte)).is_some_and(|byte| byte >> bit & 1 == 1)
        };
        let byte = mask.iter().position(|byte| *byte != 0)? as u64;
        let position = (8 * byte..8 * byte + 8).find(|number| set(mask, *number))?;
        let end = (position..).find(|number| !set(mask, *number))?;
        let ones: u64 = mask.iter().map(|byte| u64::from(byte.count_ones())).sum();
        let width = end - position;
        let bit_of_value = |value: u64| match order {
            Order::Little => position + value,
            Order::Big => end - 1 - value,
        };
        let is_ours = |value: &u64| set(lowest, bit_of_value(*value));
        if ones != width || width > 128 || (0..width).filter(is_ours).ne([0]) {
            return None;
        }
        let mut parts: Vec<BitPart> = Vec::new();
        for value in 0..width {
            let (byte, bit) = place(order, bit_of_value(value));
            match parts.last_mut() {
                Some(part) if part.byte == byte => part.width += 1,
                _ => parts.push(BitPart { byte, low: bit, width: 1, value: u32::try_from(value).ok()? }),
            }
        }
        Some(Shape { position, width, parts })
    }

    /// The same bits, where what was byte `from` is byte `to`.
    pub(crate) fn moved(&self, from: u64, to: u64) -> Shape {
        let byte = |byte: u64| byte.saturating_sub(from) + to;
        let parts = self.parts.iter().map(|part| BitPart { byte: byte(part.byte), ..*part });
        Shape { position: 8 * byte(self.position / 8) + self.position % 8, width: self.width, parts: parts.collect() }
    }

    /// The bytes that hold the bits, and the first behind them.
    pub(crate) fn bytes(&self) -> (u64, u64) {
        (self.position / 8, (self.position + self.width).div_ceil(8))
    }
}

// The byte of a numbered bit, and the bit's place in it.
fn place(order: Order, number: u64) -> (u64, u32) {
    let bit = (number % 8) as u32;
    match order {
        Order::Little => (number / 8, bit),
        Order::Big => (number / 8, 7 - bit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Position, width, and of each part the byte, its lowest bit, its width and its lowest bit in the value.
    type Found<'a> = (u64, u64, &'a [(u64, u32, u32, u32)]);

    fn check(order: Order, mask: &[u8], lowest: &[u8], expected: Option<Found<'_>>) {
        let found = Shape::read(order, mask, lowest).map(|shape| {
            let part = |part: &BitPart| (part.byte, part.low, part.width, part.value);
            (shape.position, shape.width, shape.parts.iter().map(part).collect::<Vec<_>>())
        });
        assert_eq!(found, expected.map(|(position, width, parts)| (position, width, parts.to_vec())));
    }

    #[test]
    fn a_mask_tells_the_bits_of_the_targets_byte_order() {
        check(Order::Little, &[0x38], &[0x08], Some((3, 3, &[(0, 3, 3, 0)])));
        check(Order::Little, &[0, 0xe0], &[0, 0x20], Some((13, 3, &[(1, 5, 3, 0)])));
        check(Order::Little, &[0, 0xe0, 0x07], &[0, 0x20, 0], Some((13, 6, &[(1, 5, 3, 0), (2, 0, 3, 3)])));
        check(Order::Little, &[0x38], &[0x09], Some((3, 3, &[(0, 3, 3, 0)])));
        // Within one byte the mask alone doesn't tell; the first bit is then the highest.
        check(Order::Big, &[0xe0], &[0x20], Some((0, 3, &[(0, 5, 3, 0)])));
        check(Order::Big, &[0, 0x1c], &[0, 0x04], Some((11, 3, &[(1, 2, 3, 0)])));
        // Twelve bits: the upper eight first.
        check(Order::Big, &[0xff, 0xf0], &[0, 0x10], Some((0, 12, &[(1, 4, 4, 0), (0, 0, 8, 4)])));
    }

    #[test]
    fn a_record_may_be_stored_in_the_other_order() {
        check(Order::Little, &[0xff, 0xf0], &[0, 0x10], Some((0, 12, &[(1, 4, 4, 0), (0, 0, 8, 4)])));
        check(Order::Big, &[0, 0xe0, 0x07], &[0, 0x20, 0], Some((13, 6, &[(1, 5, 3, 0), (2, 0, 3, 3)])));
    }

    #[test]
    fn what_is_no_bitfield_has_no_shape() {
        for order in [Order::Little, Order::Big] {
            check(order, &[0, 0], &[0, 0], None);
            check(order, &[0x05], &[0x01], None);
            check(order, &[0x3c], &[0x04 | 0x08], None);
        }
    }
}
