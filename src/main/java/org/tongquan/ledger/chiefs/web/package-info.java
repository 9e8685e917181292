/// # Pages of chiefs
///
/// Objects and their chiefs, rounds and problems on a phone, the yearly account, the public board.
@NullMarked
package org.tongquan.ledger.chiefs.web;

import org.jspecify.annotations.NullMarked;
