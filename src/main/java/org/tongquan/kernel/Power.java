package org.tongquan.kernel;

/// What a compact may let a body do. In YAML: lower case with hyphens (`report-progress`).
public enum Power {
    /// Read policy documents into drafts and review them row by row.
    DRAFT,
    /// Adopt a draft as a new version of the compact.
    ADOPT,
    /// Examine and complete what another body drew up.
    EXAMINE,
    /// Approve what was examined.
    APPROVE,
    /// Name or change the lead and cooperating units of a commitment.
    ASSIGN,
    /// Report progress on commitments of the own party or unit.
    REPORT_PROGRESS,
    /// Return a progress report, rate delivery, chase.
    SUPERVISE,
    /// Draw up and issue the periodic report.
    ISSUE_REPORT,
    /// Manage people and their bodies (system officer).
    MANAGE_PEOPLE,
    /// See sign-ins and security events (security officer).
    SEE_SECURITY,
    /// See the audit trail and verify the journal (audit officer).
    AUDIT
}
