package io.warmline.core.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same systems write lists under other headers: by API, of contacts, in older versions. */
class OtherExportsOfTenSystemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLOSE      | lead_id,lead_name,lead_status_label,contact_name,contact_title,contact_phone_1,contact_email_1 | externalId,company,status,fullName,jobTitle,phone1,email
          PIPEDRIVE  | Name,Organization,Phone - Work,Phone - Mobile,Email - Work | fullName,company,phone1,phone2,email
          APOLLO     | First Name,Title,Company Name,Email,Sanitized Phone,Corporate Phone,Stage,# Employees | firstName,jobTitle,company,email,phone1,phone2,status,custom.# Employees
          ZOOMINFO   | Person ZoomInfo ID,First Name,Phone,Mobile Phone,Person Do Not Call,Person Zip,Person State | externalId,firstName,phone1,phone2,doNotCall,postalCode,region
          OUTREACH   | firstName,title,emails,workPhones,mobilePhones,optedOut,callOptedOut,addressZip,stage | firstName,jobTitle,email,phone1,phone2,doNotCall,doNotCall,postalCode,status
          SALESLOFT  | first_name,title,person_company_name,email_address,phone,do_not_contact,person_stage_name,eu_resident,crm_id | firstName,jobTitle,company,email,phone1,doNotCall,status,custom.eu_resident,externalId
          SALESFORCE | Id,FirstName,Title,Company,MobilePhone,Phone,AssistantPhone,DoNotCall,HasOptedOutOfEmail,Status,LeadSource | externalId,firstName,title or jobTitle,company,phone1,phone2,custom.AssistantPhone,doNotCall,custom.HasOptedOutOfEmail,status,custom.LeadSource
          HUBSPOT    | Record ID,First Name,Phone Number,Mobile Phone Number,Lifecycle Stage,Contact owner,Became a Customer Date | externalId,firstName,phone1,phone2,status,custom.Contact owner,customerSince
          ZOHO       | Lead Id,First Name,Company,Designation,Phone,Mobile,Lead Status,Lead Source,Rating,Email Opt Out,Call Opt Out | externalId,firstName,company,jobTitle,phone1,phone2,status,custom.Lead Source,custom.Rating,custom.Email Opt Out,doNotCall
          VICIDIAL   | phone_number_dialed,phone_code,vendor_lead_code,first_name,alt_phone,status,called_count | phone1,callingCode,externalId,firstName,phone2,status,custom.called_count
          """)
  void theirColumnsAreKnown(LeadSource source, String header, String targets) {
    List<String> names = Arrays.asList(header.split(",", -1));

    assertThat(LeadSource.of(names)).isEqualTo(source);
    assertThat(
            HeaderRecognition.recognise(names, ColumnMapping.automatic(), source).stream()
                .map(column -> key(column.target()))
                .collect(joining(",")))
        .isEqualTo(targets);
  }

  private static String key(ColumnTarget target) {
    return target instanceof ColumnTarget.AddressOrPosition ? "title or jobTitle" : target.key();
  }
}
