/// Pages of the files that belong to an item.
@NullMarked
package org.tongquan.ledger.attaching.web;

import org.jspecify.annotations.NullMarked;
