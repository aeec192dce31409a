<?php

namespace APP\plugins\generic\akinRelated;

use APP\core\Application;
use PKP\config\Config;
use PKP\plugins\GenericPlugin;
use PKP\plugins\Hook;

/**
 * Related papers on the page of an article, from akin. For OJS 3.4 and newer.
 */
class AkinRelatedPlugin extends GenericPlugin
{
    /** Where akin is; put yours. */
    private const AKIN = 'https://related.repository.example';

    public function register($category, $path, $mainContextId = null)
    {
        $registered = parent::register($category, $path, $mainContextId);
        if ($registered && !Application::isUnderMaintenance() && $this->getEnabled($mainContextId)) {
            Hook::add('Templates::Article::Main', [$this, 'addBox']);
        }
        return $registered;
    }

    public function getDisplayName()
    {
        return 'Related papers (akin)';
    }

    public function getDescription()
    {
        return 'Shows related papers below the abstract of an article.';
    }

    /**
     * @param array $parameters of the template: the second is Smarty, the third the page so far
     */
    public function addBox(string $hook, array $parameters): bool
    {
        $smarty = $parameters[1];
        $output = &$parameters[2];
        $paper = self::paper($smarty->getTemplateVars('article'), $smarty->getTemplateVars('publication'));
        $output .= sprintf(
            '<akin-related class="item" paper="%s" limit="5"></akin-related>'
                . '<script type="module" src="%s/akin-related.js"></script>',
            htmlspecialchars($paper, ENT_QUOTES),
            htmlspecialchars(self::AKIN, ENT_QUOTES)
        );
        return false; // other plugins add theirs
    }

    /**
     * A name of the article that akin knows from the harvest: its DOI, or else its id there.
     */
    private static function paper($article, $publication): string
    {
        $doi = (string) $publication->getDoi();
        return $doi === ''
            ? 'oai:' . Config::getVar('oai', 'repository_id') . ':article/' . $article->getId()
            : 'doi:' . $doi;
    }
}
