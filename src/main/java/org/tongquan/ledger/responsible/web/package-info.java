/// # Pages of responsible persons - a piece of a commitment's page
@NullMarked
package org.tongquan.ledger.responsible.web;

import org.jspecify.annotations.NullMarked;
