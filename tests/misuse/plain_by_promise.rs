//! That a type is nothing but its bytes is for its writer to vouch.

#[derive(Clone, Copy)]
pub struct Flag(pub bool);

//+ unsafe impl cffi_rt::Pod for Flag {}
impl cffi_rt::Pod for Flag {} //- //~ E0200
