package org.tongquan.ledger;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tongquan.host.Acting;

/// Which methods of a door open a transaction that may write, by themselves or through other
/// methods of the same class, as the class file tells.
final class WritingMethods {
    private static final Set<String> WRITING = Set.of("as", "run");
    private static final String POWERED = "org.tongquan.identity.Powered";

    private WritingMethods() {}

    /// `Door.method` of each.
    static Set<String> of(Class<?> door) {
        var type = new ClassFileImporter().importClass(door);
        var names = new TreeSet<String>();
        for (var method : type.getMethods()) {
            if (writes(method, type, new HashSet<>())) {
                names.add(door.getSimpleName() + "." + method.getName());
            }
        }
        return names;
    }

    private static boolean writes(JavaCodeUnit method, JavaClass type, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return false;
        }
        for (var call : method.getMethodCallsFromSelf()) {
            var owner = call.getTargetOwner().getName();
            if (WRITING.contains(call.getTarget().getName())
                    && (owner.equals(Acting.class.getName()) || owner.equals(POWERED))) {
                return true;
            }
            if (owner.equals(type.getName())) {
                for (var own : type.getMethods()) {
                    if (own.getFullName().equals(call.getTarget().getFullName())
                            && writes(own, type, seen)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
