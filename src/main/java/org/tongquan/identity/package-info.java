/// # Identity - who may do what for which body
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "host", "site"})
package org.tongquan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
