package dev.akin.read.value;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.read.record.Refusal;
import java.util.regex.Pattern;

/// The ids that the ACL Anthology gives its papers.
///
/// `2020.acl-main.1` since 2020. `P19-1001` before: four digits for the volume and the paper, of
/// which the volume has one, or two in the workshops (`W`), in `C69`, and in `D19` from volume 5.
///
/// @hidden public for its own room only
public final class AclId {
  private static final Pattern NAMED = Pattern.compile("[0-9]{4}\\.[a-z0-9]+");
  private static final Pattern LETTERED = Pattern.compile("[A-Z][0-9]{2}");
  private static final Pattern ITEM = Pattern.compile("[a-z0-9]{1,40}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final int FIRST_WORKSHOP_OF_D19 = 5;

  private AclId() {}

  public static PaperId of(String collection, String volume, String paper) throws Refusal {
    boolean named = NAMED.matcher(collection).matches();
    boolean numbered = LETTERED.matcher(collection).matches();
    check("a collection", collection, named || numbered);
    Pattern item = numbered ? NUMBER : ITEM;
    check("a volume", volume, item.matcher(volume).matches());
    check("a paper", paper, item.matcher(paper).matches());
    return id(
        numbered
            ? collection + "-" + digits(collection, volume, paper)
            : collection + "-" + volume + "." + paper);
  }

  private static void check(String noun, String id, boolean good) throws Refusal {
    if (!good) {
      throw new Refusal(noun + " has the id " + Printable.quote(id));
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

  private static PaperId id(String id) throws Refusal {
    try {
      return new PaperId(id);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }
}
