package org.tongquan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The order of the rooms, kept by the build.
class ArchitectureTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.tongquan");

    @Test
    void everyRoomUsesOnlyTheRoomsItNames() {
        ApplicationModules.of(Tongquan.class).verify();
    }

    @Test
    void theKernelStandsOnJavaAlone() {
        classes()
                .that()
                .resideInAPackage("org.tongquan.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.tongquan.kernel..", "org.jspecify.annotations")
                .check(HOUSE);
    }

    @Test
    void theCoreOfAnEngineKnowsNoPagesAndNoCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..cli..", "org.tongquan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tongquan..web..", "org.tongquan..cli..")
                .check(HOUSE);
    }

    @Test
    void namesCarryNoPatternWords() {
        noClasses()
                .that()
                .resideInAPackage("org.tongquan..")
                .should()
                .haveNameMatching(
                        ".*(Service|Repository|Impl|Manager|Helper|Utils?|Dto|DTO|Entity"
                                + "|Factory|Controller)")
                .check(HOUSE);
    }
}
