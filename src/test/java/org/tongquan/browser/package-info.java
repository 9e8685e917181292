/// # Browser - the house seen through a real browser
///
/// Start reading at [AccessibilityTest]. [Routes] knows every address, [Visits] every reader.
package org.tongquan.browser;
