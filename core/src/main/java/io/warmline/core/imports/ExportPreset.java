package io.warmline.core.imports;

/** For whom leads are exported. */
public enum ExportPreset {
  /** Warmline's own columns. */
  WARMLINE,
  /** Contacts, with the names and values of HubSpot's properties. */
  HUBSPOT,
  /** Leads, as Salesforce's import wizard takes them. */
  SALESFORCE,
  /** People and organizations, as Pipedrive's import names them. */
  PIPEDRIVE
}
