package dev.akin.read.value;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.read.record.BadRecordException;
import java.util.regex.Pattern;

/// The ids of papers in the ACL Anthology.
///
/// Since 2020 they look like `2020.acl-main.1`. Older ones look like `P19-1001`, with four digits
/// for volume and paper together. The volume has one digit of these; it has two in the workshops
/// (`W`), in `C69`, and in `D19` from volume 5.
///
/// @hidden public for its own room only
public final class AclId {
  private static final Pattern NAMED = Pattern.compile("[0-9]{4}\\.[a-z0-9]+");
  private static final Pattern LETTERED = Pattern.compile("[A-Z][0-9]{2}");
  private static final Pattern ITEM = Pattern.compile("[a-z0-9]{1,40}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final int FIRST_WORKSHOP_OF_D19 = 5;

  private AclId() {}

  /// The id of a paper, made of the ids that the XML gives its collection, its volume and itself.
  ///
  /// @throws BadRecordException if one of them does not have the form that the Anthology uses
  public static PaperId of(String collection, String volume, String paper)
      throws BadRecordException {
    boolean named = NAMED.matcher(collection).matches();
    boolean numbered = LETTERED.matcher(collection).matches();
    check("a collection", collection, named || numbered);
    Pattern item = numbered ? NUMBER : ITEM;
    check("a volume", volume, item.matcher(volume).matches());
    check("a paper", paper, item.matcher(paper).matches());
    return RecordId.of(
        numbered
            ? collection + "-" + digits(collection, volume, paper)
            : collection + "-" + volume + "." + paper);
  }

  private static void check(String noun, String id, boolean good) throws BadRecordException {
    if (!good) {
      throw new BadRecordException(noun + " cannot have the id " + Printable.quote(id));
    }
  }

  private static String digits(String collection, String volume, String paper) {
    int number = Integer.parseInt(volume);
    boolean wide =
        collection.startsWith("W")
            || collection.equals("C69")
            || (collection.equals("D19") && number >= FIRST_WORKSHOP_OF_D19);
    return padded(number, wide ? 2 : 1) + padded(Integer.parseInt(paper), wide ? 2 : 3);
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
