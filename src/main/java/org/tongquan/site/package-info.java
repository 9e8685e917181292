/// # Site - the frame of every page
///
/// Start reading at [Pages]. Owns the layout, the languages, the menu, errors, response headers.
/// - **Invariant:** no request leaves for another host; scripts and styles come from this server.
/// - **Invariant:** every sentence a person reads comes from `messages/`, in Chinese and English.
/// - Declares what it needs of sign-in as [SignIn]; `identity` implements it.
/// - **Not here:** what a page says; each engine keeps its own in its `web` package.
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.tongquan.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
