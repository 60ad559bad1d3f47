"""Annotated prose: descriptions and pronouns of actors and treaties, and whom they mean.

`{phrase}[name; name]`: the phrase means those named so in the text. `{phrase}[]`: it must stay open. `{phrase}[?name]`:
it means that one, and staying open is no fault yet.
"""

# ruff: noqa: E501  # a paragraph of a table of prose stays on one line

from __future__ import annotations

import re

import pytest

MARK = re.compile(r"\{([^}]*)\}\[([^\]]*)\]")

PROSE = [
    ("en", "The Algiers Agreement was signed on 12 December 2000 by Ethiopia and Eritrea. President Isaias Afwerki of Eritrea and Prime Minister Meles Zenawi of Ethiopia put their names to {it}[Algiers Agreement] in the presence of Abdelaziz Bouteflika, the Algerian president. {The Eritrean president}[Isaias Afwerki] praised the mediators. {The two countries}[Ethiopia; Eritrea] agreed to end hostilities. {Both governments}[Ethiopia; Eritrea] promised to release prisoners. Meles Zenawi said that {his country}[Ethiopia] would respect the border. {The Algerian president}[Abdelaziz Bouteflika] asked the United Nations to deploy observers. Two years later Ethiopia rejected the ruling of the commission; {it}[Ethiopia] demanded a new one."),
    ("en", "In October 1998 Peru and Ecuador signed the Brasília Presidential Act. Alberto Fujimori, the president of Peru, met Jamil Mahuad, the Ecuadorian president, in Brasília. {Both presidents}[Alberto Fujimori; Jamil Mahuad] called {it}[?Brasília Presidential Act] a victory. {The two sides}[Peru; Ecuador] withdrew their troops. {Both capitals}[Peru; Ecuador] promised to remove the mines. Bill Clinton praised Fujimori. {His Ecuadorian counterpart}[Jamil Mahuad] received no such letter. Peru later bought new aircraft. Quito accused {the country}[Peru] of breaking the agreement. {The Peruvian leader}[Alberto Fujimori] rejected the charge and resigned in 2000."),
    ("en", "The Bangkok Declaration of 8 August 1967 founded the Association of Southeast Asian Nations (ASEAN). Indonesia, Malaysia, the Philippines, Singapore and Thailand signed {it}[Bangkok Declaration]. {The five states}[Indonesia; Malaysia; Philippines; Singapore; Thailand] wanted peace. Vietnam joined {the association}[ASEAN] in 1995. Myanmar, {whose leaders}[Myanmar] insisted on a delay, became a member in 1997. {The organization}[ASEAN] has never suspended a member. China supports {the bloc}[ASEAN]. {The two countries}[] signed a protocol in 2003. Most analysts at the institute in Singapore criticise the secretariat, and {they}[Most analysts] demand a reform."),
    ("en", "Canada and the European Union opened talks in 2009. Stephen Harper, the Canadian prime minister, announced the Ottawa Agreement in October 2013. {The European side}[European Union] demanded access for cheese, while {the Canadian side}[Canada] wanted a quota for beef. {The prime minister}[Stephen Harper] accepted the compromise. Justin Trudeau, who had criticised {him}[Stephen Harper], was elected in 2015. {The new prime minister}[] signed the agreement. Belgium hesitated, because {its parliament}[] had not voted. {The parties}[?Canada; European Union] apply {it}[?Ottawa Agreement] since 2017."),
    ("en", "Norway signed the Svalbard Treaty on 9 February 1920. Jens Stoltenberg, the former Norwegian prime minister, has often defended {it}[?Svalbard Treaty]. {The former prime minister}[Jens Stoltenberg] said that {his country}[Norway] would never withdraw from {it}[?Svalbard Treaty]. {The Norwegian prime minister}[] had proposed another reading. Sergei Lavrov, the Russian foreign minister, disagreed. {The foreign minister}[Sergei Lavrov] accused Oslo of violating the demilitarization of the islands. The parliament in Oslo rejected the charge. {It}[parliament] approved a new law in June. Moscow, for its part, announced that {it}[Moscow] would protest."),
    ("en", "Sweden applied to join NATO in May 2022. Recep Tayyip Erdoğan, the Turkish president, accused Stockholm of harbouring terrorists. {The alliance}[NATO] waited. In Madrid {the president}[Recep Tayyip Erdoğan] signed a memorandum. Sauli Niinistö, the Finnish president, mediated. {The two presidents}[Recep Tayyip Erdoğan; Sauli Niinistö] had met in Ankara. {The deputy prime minister}[] resigned in protest. Hungary delayed the vote, but {it}[Hungary] ratified the protocol in February 2024. {The country}[Hungary] was the last member of {the alliance}[NATO] to do so. Russia denounced the decision. {It}[Russia] has deployed missiles near the border."),
    ("en", "Denmark, Norway and Sweden negotiated the Stockholm Convention in 1959. Jens Otto Krag, the Danish foreign minister, defended {it}[?Stockholm Convention] in parliament. {The three countries}[Denmark; Norway; Sweden] founded the European Free Trade Association. Austria joined {the association}[European Free Trade Association] a year later. The British government supported the plan, but {the Danish minister}[Jens Otto Krag] rejected any change. Finland was an associate. {The country}[Finland] became a full member in 1986."),
    ("en", "President Jimmy Carter and Omar Torrijos, the Panamanian leader, signed the Neutrality Treaty on 7 September 1977. {It}[Neutrality Treaty] provides for the transfer of the canal. {Both leaders}[Jimmy Carter; Omar Torrijos] called {it}[Neutrality Treaty] a new beginning. Senators attacked Carter. Torrijos said that {his country}[Panamanian] would never accept a military base. {The American president}[] hoped for a quick vote. {The Panamanian leader}[Omar Torrijos] died in 1981. The Senate in Washington had ratified the treaty in April 1978."),
    ("en", "The Arusha Accords were signed in August 1993 by the government of Rwanda and the Rwandan Patriotic Front. {The two sides}[Rwanda; Rwandan Patriotic Front] agreed to share power. Juvénal Habyarimana, the Rwandan president, was killed in April 1994. {The former president}[] is not mourned. Paul Kagame later accused France of complicity. {The country}[France] denied the charge. Burundi and Tanzania mediated. {Both countries}[?Burundi; Tanzania] border on Rwanda. {The bloc}[] did nothing."),
    ("en", "Ukraine concluded an association agreement with the European Union in June 2014. Petro Poroshenko, the Ukrainian president, signed {it}[association agreement with the European Union] in Brussels. {The union}[European Union] abolished most tariffs. The Netherlands, {whose government}[The Netherlands] hesitated, ratified it in 2017 after a referendum. {The Dutch side}[The Netherlands] demanded a declaration. Mark Rutte, the Dutch prime minister, met {his Ukrainian counterpart}[] in The Hague. {The prime minister}[Mark Rutte] promised help."),
    ("en", "In 1995 Mercosur and Bolivia opened negotiations. Gonzalo Sánchez de Lozada, then president of Bolivia, visited Fernando Henrique Cardoso, the Brazilian president. {The two presidents}[Gonzalo Sánchez de Lozada; Fernando Henrique Cardoso] signed the Fortaleza Agreement in December 1996. {The Bolivian president}[] later left office. {The Brazilian president}[Fernando Henrique Cardoso] said that {his country}[Brazilian] needed gas. Paraguay supported {the agreement}[Fortaleza Agreement], whereas Argentina criticised {it}[?Fortaleza Agreement]."),
    ("en", "Kenya, Uganda and Tanzania revived the East African Community in November 1999. Benjamin Mkapa, the Tanzanian president, met Daniel arap Moi, the Kenyan president, in Arusha. {Both men}[Benjamin Mkapa; Daniel arap Moi] praised the treaty. {The Tanzanian president}[Benjamin Mkapa] promised reforms; {he}[Benjamin Mkapa] left office in 2005. Rwanda joined {the community}[East African Community] in 2007. South Sudan followed. {The country}[South Sudan] has never paid its dues. {The organization}[East African Community] threatened to suspend {it}[South Sudan]."),
    ("en", "Finland and the Soviet Union signed the Moscow Peace Treaty on 12 March 1940. Risto Ryti, the Finnish prime minister, accepted the terms. {The prime minister}[Risto Ryti] said that {his country}[Finland] had no choice. {The two states}[Finland; Soviet Union] exchanged prisoners. Sweden offered an alliance. {The Swedish side}[Sweden] hoped for a quick answer, but Moscow rejected {it}[]. In Helsinki the parliament ratified the treaty. {The former president}[] abstained."),
    ("en", "In 1975 fifteen states founded the Economic Community of West African States (ECOWAS). Nigeria, {whose leaders}[Nigeria] had proposed the union, paid most of the budget. {The bloc}[ECOWAS] adopted a protocol on non-aggression in 1978. Niger announced in January 2024 that {it}[Niger] would withdraw. Mali and Burkina Faso did the same. {The two neighbours}[Mali; Burkina Faso] accused {the bloc}[?ECOWAS] of serving France. {The organisation}[ECOWAS] denied it. Bola Tinubu, the Nigerian president, invited {his Malian counterpart}[]."),
    ("en", "Jordan signed the Wadi Araba Treaty with Israel on 26 October 1994. King Hussein of Jordan and Prime Minister Yitzhak Rabin of Israel shook hands. {The king}[Hussein] called {it}[?Wadi Araba Treaty] a dignified peace. {The Israeli prime minister}[Yitzhak Rabin] thanked Bill Clinton. {The American president}[] had mediated. {The two countries}[?Jordan; Israel] opened embassies. Syria criticised the treaty. {It}[Syria] recalled its ambassador. {The deputy foreign minister}[] resigned."),
    ("fr", "La Tanzanie, le Kenya et l'Ouganda signèrent le traité d'Arusha le 30 novembre 1999. {Les trois États}[Tanzanie; Kenya; Ouganda] fondèrent la Communauté d'Afrique de l'Est. {La communauté}[Communauté d'Afrique de l'Est] compte aujourd'hui huit membres. Le Rwanda {y}[?Communauté d'Afrique de l'Est] a adhéré en 2007. Paul Kagame, le président rwandais, a promis que {son pays}[Rwanda] respecterait les règles. {Le chef de l'État}[Paul Kagame] accusa pourtant le Burundi d'agression. {Celui-ci}[?Burundi] rejeta l'accusation. {L'ancien président}[] n'a rien dit. {L'organisation}[Communauté d'Afrique de l'Est] a proposé sa médiation."),
    ("fr", "Ivica Dačić, le Premier ministre serbe, rencontra Edi Rama, le Premier ministre albanais, à Tirana. {Les deux Premiers ministres}[Ivica Dačić; Edi Rama] ont signé l'accord de Tirana le 12 mai 2015. {Il}[accord de Tirana] prévoit la construction d'une route. {Le Premier ministre serbe}[Ivica Dačić] affirma que {son pays}[Serbie] ne quitterait jamais la Bosnie. {Son homologue albanais}[Edi Rama] dénonça ces propos. {Les deux capitales}[Serbie; Albanie] ont ratifié l'accord en juin 2015. {Le vice-Premier ministre}[] a démissionné. La Serbie accuse l'Albanie de ne pas appliquer le texte. {Cette dernière}[Albanie] a rejeté l'accusation."),
    ("fr", "Le traité de Marrakech, signé le 17 février 1989 par l'Algérie, la Libye, le Maroc, la Mauritanie et la Tunisie, institua l'Union du Maghreb arabe (UMA). {Ses signataires}[Algérie; Libye; Maroc; Mauritanie; Tunisie] promirent d'abolir les visas. {L'Union}[Union du Maghreb arabe] n'a plus réuni de sommet depuis 1994. Le Maroc accuse l'Algérie de bloquer le projet. {Les deux voisins}[Algérie; Maroc] ont rompu leurs relations en 2021. {Les deux régions}[] souffrent. La Mauritanie a proposé un compromis. {Elle}[Mauritanie] préside {l'organisation}[Union du Maghreb arabe]. {Le pays}[Mauritanie] a signé en 2022 un accord avec l'OTAN."),
    ("fr", "Le Canada et l'Union européenne ont négocié pendant cinq ans. Stephen Harper, le Premier ministre canadien, annonça l'accord d'Ottawa en octobre 2013. {La partie européenne}[Union européenne] exigeait l'accès au marché du bœuf, {la partie canadienne}[Canada] refusait. {Le Premier ministre}[Stephen Harper] accepta un compromis. Justin Trudeau, qui {l'}[?Stephen Harper]avait critiqué, fut élu en 2015. {Le nouveau Premier ministre}[] signa l'accord. Le Parlement européen {l'}[accord d'Ottawa]a approuvé en février 2017. {Les deux parties}[?Canada; Union européenne] {l'}[accord d'Ottawa]appliquent depuis lors."),
    ("fr", "L'Italie et la Yougoslavie signèrent le traité d'Osimo le 10 novembre 1975. Mariano Rumor, le ministre italien des Affaires étrangères, rencontra Miloš Minić, le ministre yougoslave des Affaires étrangères. {Les deux ministres}[Mariano Rumor; Miloš Minić] avaient négocié en secret. {Les deux gouvernements}[Italie; Yougoslavie] {l'}[?traité d'Osimo]ont ratifié en 1977. À Rome, le Parlement {le}[?traité d'Osimo] critiqua longtemps. L'Autriche protesta. {Elle}[?Autriche] demanda des garanties. Aldo Moro, alors président du Conseil, défendit le texte ; {l'intéressé}[Aldo Moro] fut assassiné en 1978. Bettino Craxi l'avait connu. {Il}[Bettino Craxi] a promis de ne jamais renoncer au traité."),
    ("fr", "La France quitta le commandement intégré de l'OTAN en 1966. Charles de Gaulle, le président français, en informa Lyndon Johnson. {L'Alliance}[?OTAN] déménagea à Bruxelles. {Le président français}[Charles de Gaulle] promit que {son pays}[France] resterait fidèle au traité de l'Atlantique Nord. {Le président américain}[] protesta. {Le chef de l'État}[Charles de Gaulle] refusa tout compromis. L'Allemagne, dont {les dirigeants}[Allemagne] critiquaient la décision, proposa une conférence. {Les deux pays}[?France; Allemagne] signèrent un accord en décembre 1966. La Belgique accepta d'accueillir {l'organisation}[OTAN]. {Le pays}[Belgique] construisit un siège à Evere."),
    ("fr", "Le Danemark, la Norvège et la Suède ont négocié la convention de Stockholm en 1959. Jens Otto Krag, le ministre danois des Affaires étrangères, a défendu le texte. {Les trois pays}[Danemark; Norvège; Suède] ont créé l'Association européenne de libre-échange. L'Autriche a rejoint {l'association}[Association européenne de libre-échange] un an plus tard. {Le ministre danois}[Jens Otto Krag] a refusé tout changement. La Finlande était associée. {Le pays}[Finlande] est devenu membre en 1986."),
    ("fr", "Le président Jimmy Carter et Omar Torrijos, le dirigeant panaméen, ont signé le traité de neutralité le 7 septembre 1977. {Il}[traité de neutralité] prévoit la restitution du canal. {Les deux dirigeants}[Jimmy Carter; Omar Torrijos] se sont félicités. Torrijos a promis que {son pays}[panaméen] n'accepterait jamais une base militaire. {Le président américain}[] espérait un vote rapide. {Le dirigeant panaméen}[Omar Torrijos] est mort en 1981. {Son successeur}[] a dénoncé le traité."),
    ("fr", "L'accord de Lomé a été signé en juillet 1999 par le gouvernement de la Sierra Leone et le Front révolutionnaire uni. {Les deux camps}[Sierra Leone; Front révolutionnaire uni] devaient partager le pouvoir. Ahmad Tejan Kabbah, le président sierra-léonais, accusa Charles Taylor de mensonge. {Ce dernier}[] nia. {L'ancien président}[] fut jugé. Le Togo et le Nigeria avaient joué les médiateurs. {Les deux États}[Togo; Nigeria] ont envoyé des troupes. {Le bloc}[] n'a rien fait."),
    ("fr", "L'Ukraine a conclu un accord d'association avec l'Union européenne en juin 2014. Petro Porochenko, le président ukrainien, l'a signé à Bruxelles. {L'Union}[Union européenne] a aboli la plupart des droits. Les Pays-Bas, dont {le gouvernement}[Pays-Bas] hésitait, ont ratifié l'accord en 2017. La partie néerlandaise a exigé une déclaration. Mark Rutte, le Premier ministre néerlandais, a rencontré {son homologue ukrainien}[] à La Haye. {Le chef du gouvernement}[Mark Rutte] a promis une aide."),
    ("fr", "En 1995, le Mercosur et la Bolivie ont ouvert des négociations. Gonzalo Sánchez de Lozada, alors président de la Bolivie, a rencontré Fernando Henrique Cardoso, le président brésilien. {Les deux présidents}[Gonzalo Sánchez de Lozada; Fernando Henrique Cardoso] ont signé l'accord de Fortaleza en décembre 1996. {Le président bolivien}[] a quitté le pouvoir. {Le président brésilien}[Fernando Henrique Cardoso] a déclaré que {son pays}[brésilien] voulait du gaz. {Le chef de l'État}[Fernando Henrique Cardoso] a salué l'accord. Le Paraguay a soutenu le texte. {Il}[Paraguay] a ratifié l'accord en 1997."),
    ("fr", "Le Kenya, l'Ouganda et la Tanzanie ont relancé la Communauté d'Afrique de l'Est en novembre 1999. Benjamin Mkapa, le président tanzanien, a rencontré Daniel arap Moi, le président kényan, à Arusha. {Les deux hommes}[Benjamin Mkapa; Daniel arap Moi] ont salué le traité. {Le président tanzanien}[Benjamin Mkapa] a promis des réformes ; {il}[Benjamin Mkapa] a quitté le pouvoir en 2005. Le Rwanda a rejoint {la communauté}[Communauté d'Afrique de l'Est] en 2007. {Le pays}[Rwanda] a ratifié le protocole en 2010. {L'organisation}[Communauté d'Afrique de l'Est] a accepté le Soudan du Sud."),
    ("fr", "La Finlande et l'Union soviétique signèrent le traité de Moscou le 12 mars 1940. Risto Ryti, le Premier ministre finlandais, accepta les conditions. {Le chef du gouvernement}[Risto Ryti] déclara que {son pays}[Finlande] n'avait pas le choix. {Les deux États}[Finlande; Union soviétique] échangèrent des prisonniers. La Suède proposa une alliance. {La partie suédoise}[Suède] espérait une réponse rapide. {L'ancien président}[] s'est abstenu. L'Estonie a protesté ; {elle}[Estonie] a rappelé son ambassadeur."),
    ("fr", "En 1975, quinze États ont fondé la Communauté économique des États de l'Afrique de l'Ouest (CEDEAO). Le Nigeria, dont {les dirigeants}[Nigeria] avaient proposé le texte, a payé l'essentiel du budget. {Le bloc}[CEDEAO] a adopté un protocole en 1978. Le Niger a annoncé en janvier 2024 qu'{il}[Niger] quitterait {l'organisation}[CEDEAO]. Le Mali et le Burkina Faso ont fait de même. {Les deux voisins}[Mali; Burkina Faso] ont accusé la France d'ingérence. {Celle-ci}[?France] a démenti. Bola Tinubu, le président nigérian, a invité {son homologue malien}[]."),
    ("fr", "La Jordanie a signé le traité de Wadi Araba avec Israël le 26 octobre 1994. Le roi Hussein et le Premier ministre israélien Yitzhak Rabin se sont serré la main. {Le Premier ministre}[Yitzhak Rabin] a remercié Bill Clinton. {Le président américain}[] avait joué les médiateurs. {Les deux pays}[?Jordanie; Israël] ont ouvert des ambassades. La Syrie a critiqué le traité. {Elle}[Syrie] a rappelé son ambassadeur. {Le ministre adjoint}[] a démissionné. {Le roi}[?Hussein] a promis de ne jamais dénoncer le traité."),
]  # fmt: skip


def unmarked(prose: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The text without its marks; where each phrase begins, the phrase, and what the mark says."""
    text, marks, last = "", [], 0
    for mark in MARK.finditer(prose):
        text += prose[last : mark.start()]
        marks.append((len(text), mark[1], mark[2]))
        text += mark[1]
        last = mark.end()
    return text + prose[last:], marks


def meant(world, start: int, end: int) -> set[str]:
    """What the widest reference in the span, an article aside, refers to."""
    inside = [r for r in world.resolution.references if start <= r.span.start and r.span.end <= end]
    whole = [r for r in inside if r.span.end - r.span.start >= end - start - 4]
    return set(max(whole, key=lambda r: r.span.end - r.span.start).targets) if whole else set()


def named(world, text: str, name: str) -> set[str]:
    """What the name refers to where it first refers to something."""
    places = (found.span() for found in re.finditer(re.escape(name), text))
    return next(ids for start, end in places if (ids := meant(world, start, end)))


@pytest.mark.parametrize(("language", "prose"), PROSE)
def test_whom_a_phrase_means(build, language: str, prose: str) -> None:
    text, marks = unmarked(prose)
    world = build(**{language: text})
    for start, phrase, mark in marks:
        names = [name.strip() for name in mark.lstrip("?").split(";") if name.strip()]
        wanted = {id for name in names for id in named(world, text, name)}
        found = meant(world, start, start + len(phrase))
        assert found == wanted or (mark.startswith("?") and not found), (phrase, mark, text[start : start + 60])


# Language, text, the title with what follows it, whom it means: a deputy, a predecessor or a namesake is nobody else.
OFFICES = [
    ("en", "Lena Berg, the deputy prime minister of Sweden, resigned. The Swedish prime minister stayed.", "The Swedish prime minister", ""),
    ("fr", "Lena Berg, vice-Première ministre de Suède, a démissionné. Le Premier ministre suédois est resté.", "Le Premier ministre suédois", ""),
    ("en", "Carl Holm, the former Danish president, protested. The Danish president signed.", "The Danish president", ""),
    ("fr", "Carl Holm, l'ancien président danois, a protesté. Le président danois a signé.", "Le président danois", ""),
    ("en", "Prime Minister Carl Holm of Denmark and Prime Minister Nils Berg of Sweden met. The Swedish prime minister signed.", "The Swedish prime minister", "Nils Berg"),
    ("fr", "Carl Holm, le président de la Banque mondiale, a protesté. Le président danois a signé.", "Le président danois", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase", "name"), OFFICES)
def test_an_office_is_not_another(build, language: str, text: str, phrase: str, name: str) -> None:
    world = build(**{language: text})
    assert world.refers(language, phrase) == (world.refers(language, name) if name else ())


# Two phrases of one text that mean one house of parliament, or two.
HOUSES = [
    ("en", "The Armenian parliament approved the treaty. The parliament in Yerevan also approved a protocol.", "The Armenian parliament", "parliament in Yerevan", True),
    ("en", "The Armenian parliament approved the treaty. The parliament in Athens rejected it.", "The Armenian parliament", "parliament in Athens", False),
    ("fr", "Le Parlement arménien a approuvé le traité. À Erevan, le Parlement a aussi approuvé un protocole.", "Parlement arménien", "À Erevan, le Parlement", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "one", "other", "same"), HOUSES)
def test_a_house_in_a_capital(build, language: str, text: str, one: str, other: str, same: bool) -> None:
    world = build(**{language: text})
    bodies = {actor.id for actor in world.resolution.actors if actor.type == "organization"}
    mine, theirs = (
        {id for reference in world.references(language, phrase) for id in reference.targets} & bodies
        for phrase in (one, other)
    )
    assert mine
    assert theirs
    assert (mine == theirs) is same
