import { isPlatformBrowser } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  Input,
  OnInit,
  PLATFORM_ID,
} from '@angular/core';

/** Where akin is; put yours. */
const AKIN = 'https://related.repository.example';

/** What the box reads of an item; DSpace's Item has all of it. */
interface IdentifiedItem {
  handle?: string;
  firstMetadataValue(field: string): string | undefined;
}

/**
 * Related papers on the page of an item, from akin. Nothing is shown while there are none.
 *
 * The page that a server renders has the bare element; the reader's browser fills it.
 */
@Component({
  selector: 'ds-akin-related',
  template: `
    <akin-related
      class="d-block my-3"
      [attr.paper]="paper"
      [attr.limit]="limit"
      [attr.scope]="scope"
    ></akin-related>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  standalone: true,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class AkinRelatedComponent implements OnInit {
  @Input() item!: IdentifiedItem;

  /** How many papers. */
  @Input() limit = 5;

  /** `source` keeps to papers of this repository. */
  @Input() scope: 'all' | 'source' = 'all';

  private readonly isInBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  ngOnInit(): void {
    const script = `${AKIN}/akin-related.js`;
    if (this.isInBrowser && !document.querySelector(`script[src="${script}"]`)) {
      const element = document.createElement('script');
      element.type = 'module';
      element.src = script;
      document.head.append(element);
    }
  }

  /** A name of the item that akin knows from the harvest: its handle, or else its DOI. */
  get paper(): string | null {
    if (this.item.handle) {
      return `hdl:${this.item.handle}`;
    }
    const doi = this.item.firstMetadataValue('dc.identifier.doi');
    return doi ? `doi:${doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '')}` : null;
  }
}
