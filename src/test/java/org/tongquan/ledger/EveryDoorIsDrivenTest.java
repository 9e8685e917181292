package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.identity.Powered;

/// Every bean that opens transactions for an actor is named where doors are driven
/// ([DrivenDoors#requireAll]); a new one that is not fails here.
class EveryDoorIsDrivenTest {
    private static final String ROOT = "org.tongquan.";
    private static final int LONGEST_CALL = 8;

    /// Beans that no test drives as a door, with the reason.
    private static final Map<String, List<String>> NOT_DRIVEN =
            Map.of(
                    "opens the transactions of others",
                    List.of("identity.Powered"),
                    "is the journal",
                    List.of("journal.Journal", "journal.Sequencer"),
                    "makes projections alone, which can be made again",
                    List.of("ledger.Judging", "ledger.TakeOver"),
                    "reads alone",
                    List.of(
                            "ledger.chasing.LateCases",
                            "ledger.chasing.Rehearsing",
                            "ledger.matter.MatterRehearsal",
                            "ledger.meeting.MeetingRehearsal",
                            "ledger.planning.PlanRehearsal",
                            "ledger.planning.PlanTerms",
                            "ledger.progress.ReportRehearsal",
                            "ledger.recounting.DueDaysAgain",
                            "ledger.scoring.Gathering",
                            "ledger.suggesting.SuggestionRehearsal",
                            "ledger.suggesting.SuggestionTerms"),
                    "a part that a driven door calls, in its transaction or behind it",
                    List.of(
                            "ledger.chiefs.Declared",
                            "ledger.meeting.MeetingRecords",
                            "ledger.recounting.Judgements"),
                    "is the operator's alone; KeysCommandTest rotates",
                    List.of("identity.rotation.Rotation"),
                    "notes what was sent; what is told stands in the inbox with its entry",
                    List.of("ledger.hooks.Rounds", "ledger.mail.Postman"),
                    "keeps answers and attempts for a day, then clears them",
                    List.of("ledger.suggesting.Arrivals", "rest.Once"));

    @Test
    void everyBeanThatActsForSomebodyIsDriven() {
        var beans = new TreeSet<String>();
        for (var type : classes(new ImportOption.DoNotIncludeTests())) {
            if (isBean(type) && acts(type)) {
                beans.add(type.getName().substring(ROOT.length()));
            }
        }
        beans.removeAll(driven());
        assertThat(beans)
                .containsExactlyInAnyOrderElementsOf(
                        NOT_DRIVEN.values().stream().flatMap(List::stream).toList());
    }

    /// The classes named in the call of `requireAll...`, or in a constant of the class that calls
    // it.
    private static Set<String> driven() {
        var named = new TreeSet<String>();
        for (var type : classes(new ImportOption.OnlyIncludeTests())) {
            for (var call : type.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(DrivenDoors.class)
                        && call.getTarget().getName().startsWith("requireAll")) {
                    named(call.getOrigin(), call.getLineNumber()).forEach(named::add);
                    type.getStaticInitializer().ifPresent(all -> named(all, 0).forEach(named::add));
                }
            }
        }
        return named;
    }

    private static Stream<String> named(JavaCodeUnit unit, int from) {
        return unit.getReferencedClassObjects().stream()
                .filter(r -> from == 0 || near(r.getLineNumber(), from))
                .map(r -> r.getRawType().getName())
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()));
    }

    private static boolean near(int line, int call) {
        return line >= call && line <= call + LONGEST_CALL;
    }

    private static JavaClasses classes(ImportOption option) {
        return new ClassFileImporter().withImportOption(option).importPackages("org.tongquan");
    }

    private static boolean isBean(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.isMetaAnnotatedWith(Component.class);
    }

    private static boolean acts(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(
                        f ->
                                f.getRawType().isEquivalentTo(Acting.class)
                                        || f.getRawType().isEquivalentTo(Powered.class));
    }
}
