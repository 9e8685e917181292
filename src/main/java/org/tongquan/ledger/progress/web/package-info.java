/// # Pages of progress - reports due, confirmations, ratings beside the lights
@NullMarked
package org.tongquan.ledger.progress.web;

import org.jspecify.annotations.NullMarked;
