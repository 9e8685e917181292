/// # Rotation - new keys for an instance
///
/// The keys of the instance, listed and rotated by its operator at the command line. `Rotation`
// makes
/// a new key in the vault, has the journal say so, and brings personal numbers to it.
@NullMarked
package org.tongquan.identity.rotation;

import org.jspecify.annotations.NullMarked;
