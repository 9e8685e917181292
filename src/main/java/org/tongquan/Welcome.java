package org.tongquan;

import java.io.PrintStream;
import java.util.List;
import org.tongquan.identity.Demonstration;

/// What a person sees in the terminal when an instance is ready: the address, who to be, what to
/// try first.
final class Welcome {
    private Welcome() {}

    static void print(
            PrintStream out, String address, String region, List<Demonstration.Account> accounts) {
        out.println();
        out.println("  同圈 Tongquan  " + address);
        out.println("  公开进展 Public progress  " + address + "/public/" + region);
        if (!accounts.isEmpty()) {
            out.println();
            out.println("  演示账号 Demo accounts, password: " + Founding.PASSWORD);
            for (var account : accounts) {
                out.printf("    %-24s %s%n", account.login(), account.name());
            }
            out.println();
            out.println("  先试试 Try first:");
            out.println("    1. 以联席会议办公室（joint-office）登录，打开“文件录入”，粘贴一份政策文件");
            out.println("       sign in as the joint office, open Documents, paste a policy text");
            out.println("    2. 逐行核对，采纳，生效为新版本 review the rows, accept, adopt");
            out.println("    3. 以某市部门登录，在“我的工作”中报送进展 report as a city's department");
        }
        out.println();
        out.println("  Ctrl-C 停止 stops everything.");
        out.flush();
    }
}
