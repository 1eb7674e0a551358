//! A buffer of one's own that lies about its capacity: the trait is sealed.

use core::ptr;

pub struct Liar;

unsafe impl cffi_rt::OutBuf<u8> for Liar { //- //~ E0277
    type Out = (); //-
    fn capacity(&self) -> usize { usize::MAX } //-
    fn as_mut_ptr(&mut self) -> *mut u8 { ptr::null_mut() } //-
    unsafe fn finish(self, _: usize) {} //-
} //-
