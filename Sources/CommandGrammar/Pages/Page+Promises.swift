/// What users may rely on, apart from any command.
extension Page {
  /// What `man imgds-promises` shows.
  static var promises: Page {
    Page(
      name: "imgds-promises", chapter: 7, summary: "what imgds promises about your pictures",
      sections: [
        Section(
          title: "DESCRIPTION",
          blocks: [
            .paragraph(
              "A picture that `imgds` said it has taken is there after a crash, a full disk and a "
                + "power cut. This page says what that means, where it ends, and how it is tested.")
          ]),
        Section(title: "PROMISES", blocks: promiseList),
        Section(title: "LIMITS", blocks: limits.map(Block.paragraph)),
        Section(title: "AFTER A CRASH", blocks: afterCrash.map(Block.paragraph)),
        Section(title: "HOW IT IS TESTED", blocks: testing.map(Block.paragraph)),
        Section(
          title: "SEE ALSO",
          blocks: [.usage("`imgds`(1), `imgds-add`(1), `imgds-verify`(1), `imgds-pack`(1)")]),
      ])
  }

  private static let promiseList: [Block] = [
    .definition(
      term: "Reported is durable",
      [
        "What `add` reports as added, and `label` as labelled, is on the disk with its name and its "
          + "record before the line is written. Bytes are flushed first, then names, then the "
          + "catalog, and only then is anything told."
      ]),
    .definition(
      term: "Whole or not at all",
      [
        "What was not reported is in its class folder whole or is not there. A file without its name "
          + "is invisible to every loader, and goes with the process that was writing it. The same "
          + "command again finishes the work."
      ]),
    .definition(
      term: "Sources are not touched",
      [
        "Only `add --move` removes a source: once its bytes are durable in the dataset, and only if "
          + "it was not written to since it was read."
      ]),
    .definition(
      term: "Nothing is replaced, and deleted only when asked",
      [
        "No command writes over an image, and only `remove` deletes any: it records the removal first, "
          + "so that after a crash an image may be there and not recorded, never the other way round. "
          + "Where `class merge` finds the same bytes in both classes, one copy stays. "
          + "`verify --repair` moves what does not belong to a folder "
          + "beside the dataset, and keeps the old catalog there, too."
      ]),
    .definition(
      term: "An archive is what was added",
      [
        "`pack` reads every image, and packs none whose bytes are not those that were added. The "
          + "archive takes its name when it is whole; until then an older one of that name stays."
      ]),
    .definition(
      term: "Many at once",
      [
        "Any number of processes may work on one dataset. Writers wait for one another; readers "
          + "do not wait, and never see half an image. Only a reader that has looked several times and "
          + "always met a change looks for the last time while writers wait."
      ]),
    .definition(
      term: "Failures are told",
      [
        "An error of the system ends the command with exit status 3 and a message that names the "
          + "file and the error. What was reported by then stands."
      ]),
  ]

  private static let limits = [
    "A disk or file system that says it has flushed what it has not, breaks every promise here. So "
      + "do USB sticks pulled out while a light blinks, and virtual machines whose disk cache is set "
      + "to unsafe.",
    "A rename is taken to be one step, as it is on ext4, XFS, Btrfs, ZFS and tmpfs. On file systems "
      + "without a journal (FAT, ext2) a power cut in the middle of `label` may leave neither name.",
    "Locks keep writers apart. Where a file system has none, commands that write end with exit status "
      + "3 and change nothing. On a network file system whose locks hold on one machine alone "
      + "(`nolock`), let one machine write at a time.",
    "Bytes can rot. `imgds verify` finds that, by digest and by decoding every image; it cannot bring "
      + "them back. Keep a copy.",
    "Programs other than `imgds` can do what they like to the files. Where catalog and folders "
      + "differ, the folders are right.",
  ]

  private static let afterCrash = [
    "Run the same command again. Images that were placed and not recorded are recorded then, and "
      + "files of dead processes are swept away. `imgds verify` may warn of `unrecorded` images until "
      + "then; `imgds verify --repair` records them, too.",
    "A last line of the catalog that was cut off is no record: readers pass over it, and the next "
      + "writer cuts it off.",
  ]

  private static let testing = [
    "`Tests/Faults/run.sh` kills every writing command at every system call that concerns files, one "
      + "after the other, and makes each call fail with EIO, ENOSPC, EACCES, ENOMEM and EINTR, once "
      + "and from then on; files are kept from growing at every size; and what file systems may lack "
      + "(reflinks, nameless files, links, locks, renames that replace nothing) is taken away. After each strike every image, "
      + "report, source and archive is looked at, and the command is run again and must end as if "
      + "nothing had happened.",
    "`Tests/Faults/power.sh` records the calls of each command and replays them in a model in which "
      + "nothing is durable that was not flushed, cut at every call. `Tests/Faults/crowd.sh` has eight "
      + "processes add, label, list, verify and pack at once, in `Tests/Faults/unrest.sh` readers look "
      + "on while writers move everything about. A sample of all runs before each release.",
  ]
}
